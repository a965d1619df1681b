namespace Settlements.Testing.OneC;

/// <summary>What <see cref="OneCValue"/> writes.</summary>
internal enum ValueKind
{
    /// <summary>Text that is JSON already.</summary>
    Raw,

    /// <summary>A JSON string.</summary>
    String,

    /// <summary>A JSON object.</summary>
    Object,

    /// <summary>A JSON array.</summary>
    Array,

    /// <summary>A place for the identifier of the request.</summary>
    AskedCounterparty,
}
