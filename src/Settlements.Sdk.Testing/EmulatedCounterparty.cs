using Settlements.Testing.OneC;

namespace Settlements.Testing;

/// <summary>A counterparty in the directory of the emulated 1C server, key by key in the default contract. Immutable; change it with <c>with</c>.</summary>
/// <remarks>A property that is null leaves its key out of the JSON. Any value may take any form, for instance <c>Tin = 277012340m</c> for a TIN that lost its leading zero.</remarks>
public sealed record EmulatedCounterparty
{
    /// <summary><c>counterparty_id</c>; by default the GUID under which it was set.</summary>
    public OneCValue? Counterparty { get; init; } = OneCValue.AskedCounterparty;

    /// <summary><c>name</c>.</summary>
    public OneCValue? Name { get; init; }

    /// <summary><c>tin</c>. The server finds the counterparty by it as text, with or without a leading zero.</summary>
    public OneCValue? Tin { get; init; }

    /// <summary><c>kpp</c>.</summary>
    public OneCValue? Kpp { get; init; }

    /// <summary><c>deleted</c>: marked for deletion. The server lists such counterparties, and registers a new one beside them.</summary>
    public OneCValue? Deleted { get; init; }

    internal bool HasTin(string tin) => Tin?.Text.Trim() is { Length: > 0 } own && (own == tin || "0" + own == tin);

    internal bool HasKpp(string? kpp) => (Kpp?.Text.Trim() is { Length: > 0 } own && own != OneCValue.Null.Text ? own : null) == kpp;

    internal bool IsDeleted => Deleted?.Text is "true" or "Да" or "1";

    internal OneCValue ToValue(CounterpartyId id, OneCValue? created = null) =>
        JsonMembers.Present(
            ("counterparty_id", Counterparty == OneCValue.AskedCounterparty ? id : Counterparty),
            ("name", Name),
            ("tin", Tin),
            ("kpp", Kpp),
            ("deleted", Deleted),
            ("created", created)
        );
}
