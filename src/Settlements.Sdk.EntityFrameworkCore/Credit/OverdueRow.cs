using NodaTime;
using Settlements.Credit;

namespace Settlements.EntityFrameworkCore.Credit;

/// <summary>A receivable in the register of what is overdue, for one due date.</summary>
internal sealed class OverdueRow
{
    public required string Receivable { get; init; }
    public required LocalDate Due { get; init; }
    public required Guid CounterpartyId { get; init; }
    public required decimal Outstanding { get; init; }
    public required Currency Currency { get; init; }
    public required string? Number { get; init; }
    public required LocalDate RecordedOn { get; init; }

    /// <summary>Null while it is open.</summary>
    public LocalDate? ClosedOn { get; init; }

    /// <exception cref="ArgumentException">The amount has no currency, or the entry no counterparty: such a row could never be read again.</exception>
    public static OverdueRow Of(OverdueEntry entry)
    {
        if (entry.Outstanding.Currency.IsNone)
            throw new ArgumentException($"Receivable {entry.Receivable} has no amount: default(Money) cannot be kept.", nameof(entry));
        if (entry.Counterparty == default)
            throw new ArgumentException(
                $"Receivable {entry.Receivable} is nobody's: its CounterpartyId was never assigned.",
                nameof(entry)
            );
        return new OverdueRow
        {
            Receivable = entry.Receivable,
            Due = entry.Due,
            CounterpartyId = entry.Counterparty.Value,
            Outstanding = entry.Outstanding.Amount,
            Currency = entry.Outstanding.Currency,
            Number = entry.Number,
            RecordedOn = entry.RecordedOn,
        };
    }

    public OverdueEntry ToEntry() =>
        new()
        {
            Receivable = Receivable,
            Due = Due,
            Counterparty = new CounterpartyId(CounterpartyId),
            Outstanding = new Money(Outstanding, Currency),
            Number = Number,
            RecordedOn = RecordedOn,
            ClosedOn = ClosedOn,
        };
}
