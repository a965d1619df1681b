using NodaTime;
using Settlements.Balances;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>A payment that came beside the figures, in the currency of its counterparty's <see cref="BalanceRow"/>.</summary>
internal sealed class BalancePaymentRow
{
    public required Guid CounterpartyId { get; init; }

    /// <summary>Its place in the list, from 0.</summary>
    public required int Position { get; init; }

    public required string? PaymentId { get; init; }
    public required string? Number { get; init; }
    public required LocalDate? Date { get; init; }
    public required decimal? Amount { get; init; }

    public BalancePayment ToPayment(Currency currency) =>
        new()
        {
            Id = PaymentId,
            Number = Number,
            Date = Date,
            Amount = Amount.In(currency),
        };
}
