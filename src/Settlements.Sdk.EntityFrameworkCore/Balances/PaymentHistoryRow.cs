using NodaTime.Text;
using Settlements.Balances;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>A payment of a counterparty's history.</summary>
internal sealed class PaymentHistoryRow
{
    public required Guid CounterpartyId { get; init; }

    /// <summary>What the payment is known by: <see cref="PaymentKey"/>.</summary>
    public required string Key { get; init; }

    /// <summary>The day as ISO text; empty when it is not stated, so that one index has the order of the pages, those without a day last.</summary>
    public required string Day { get; init; }

    public required string? PaymentId { get; init; }
    public required string? Number { get; init; }
    public required decimal? Amount { get; init; }
    public required Currency? Currency { get; init; }

    public BalancePayment ToPayment() =>
        new()
        {
            Id = PaymentId,
            Number = Number,
            Date = Day.Length == 0 ? null : LocalDatePattern.Iso.Parse(Day).GetValueOrThrow(),
            Amount = Currency is { } currency ? Amount.In(currency) : null,
        };
}
