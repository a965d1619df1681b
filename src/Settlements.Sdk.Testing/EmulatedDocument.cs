using Settlements.Testing.OneC;

namespace Settlements.Testing;

/// <summary>One element of <c>documents</c> in the answer of the emulated 1C server. A property that is null leaves its key out.</summary>
public sealed record EmulatedDocument
{
    /// <summary><c>id</c>.</summary>
    public OneCValue? Id { get; init; }

    /// <summary><c>number</c>.</summary>
    public OneCValue? Number { get; init; }

    /// <summary><c>date</c>.</summary>
    public OneCValue? Date { get; init; }

    /// <summary><c>due_date</c>.</summary>
    public OneCValue? DueDate { get; init; }

    /// <summary><c>amount</c>, in major units.</summary>
    public OneCValue? Amount { get; init; }

    /// <summary><c>outstanding</c>, in major units.</summary>
    public OneCValue? Outstanding { get; init; }

    /// <summary><c>order_id</c>: the shop's order that the document came from.</summary>
    public OneCValue? OrderId { get; init; }

    internal OneCValue ToValue() =>
        JsonMembers.Present(
            ("id", Id),
            ("number", Number),
            ("date", Date),
            ("due_date", DueDate),
            ("amount", Amount),
            ("outstanding", Outstanding),
            ("order_id", OrderId)
        );
}
