using Settlements.Testing.OneC;

namespace Settlements.Testing;

/// <summary>One element of <c>payments</c> in the answer of the emulated 1C server. A property that is null leaves its key out.</summary>
public sealed record EmulatedPayment
{
    /// <summary><c>id</c>.</summary>
    public OneCValue? Id { get; init; }

    /// <summary><c>number</c>.</summary>
    public OneCValue? Number { get; init; }

    /// <summary><c>date</c>.</summary>
    public OneCValue? Date { get; init; }

    /// <summary><c>sum</c>, in major units.</summary>
    public OneCValue? Sum { get; init; }

    internal OneCValue ToValue() => JsonMembers.Present(("id", Id), ("number", Number), ("date", Date), ("sum", Sum));
}
