using NodaTime;

namespace Settlements.Credit;

/// <summary>Says that a counterparty gets no more credit because something of it is past due.</summary>
/// <remarks>
/// It follows from the facts: <see cref="Reminders.ReminderRunner"/> sets it by the plan and lifts it when nothing is past due any more, whoever set it. A ban that a
/// person answers for belongs into the balance (<see cref="Balances.CounterpartyBalance.IsBlocked"/>).
/// </remarks>
public sealed record CreditFlag
{
    /// <summary>Who is flagged.</summary>
    public required CounterpartyId Counterparty { get; init; }

    /// <summary>The receivable that was the cause when the flag was set last.</summary>
    public required string Receivable { get; init; }

    /// <summary>The due date that was missed.</summary>
    public required LocalDate Due { get; init; }

    /// <summary>The business day on which the flag was set last.</summary>
    public required LocalDate SetOn { get; init; }

    /// <summary>New each time the flag is set, so that one set meanwhile is not lifted by mistake.</summary>
    public required Guid Version { get; init; }
}
