namespace Settlements.OneC;

/// <summary>Under which keys a directory gives what this library wants to know; the defaults are the contract of <c>docs/onec-directory-service.md</c>.</summary>
/// <remarks>
/// Each property lists the keys that a value may have, letter for letter. A dot leads into an object, or into an array of one object. Two of the keys in one object are
/// refused. An empty list says that the service has no such value. All but <see cref="List"/> are looked for inside a row.
/// </remarks>
public sealed class OneCDirectoryFieldOptions
{
    /// <summary>The list of counterparties.</summary>
    /// <value>The default is <c>counterparties</c>. An answer that is an array is the list itself.</value>
    public IReadOnlyList<string> List { get; set; } = ["counterparties"];

    /// <summary>The counterparty's GUID; every row must have one.</summary>
    /// <value>The default is <c>counterparty_id</c>. Not empty.</value>
    public IReadOnlyList<string> Counterparty { get; set; } = ["counterparty_id"];

    /// <summary>The counterparty's name.</summary>
    /// <value>The default is <c>name</c>.</value>
    public IReadOnlyList<string> Name { get; set; } = ["name"];

    /// <summary>The tax number, which must be the one asked for. With an empty list nothing tells that the answer is for another.</summary>
    /// <value>The default is <c>tin</c>.</value>
    public IReadOnlyList<string> TaxId { get; set; } = ["tin"];

    /// <summary>The KPP of a Russian company.</summary>
    /// <value>The default is <c>kpp</c>.</value>
    public IReadOnlyList<string> Kpp { get; set; } = ["kpp"];

    /// <summary>Whether the counterparty is marked for deletion.</summary>
    /// <value>The default is <c>deleted</c>.</value>
    public IReadOnlyList<string> Deleted { get; set; } = ["deleted"];

    /// <summary>Whether a registration made the counterparty now.</summary>
    /// <value>The default is <c>created</c>.</value>
    public IReadOnlyList<string> Created { get; set; } = ["created"];
}
