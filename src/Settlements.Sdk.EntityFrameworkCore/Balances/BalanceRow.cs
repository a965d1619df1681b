using NodaTime;
using Settlements.Balances;
using Settlements.Terms;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>The figures that are kept of a counterparty.</summary>
internal sealed class BalanceRow
{
    public required Guid CounterpartyId { get; init; }
    public required Currency Currency { get; init; }

    /// <summary>The moment of the figures; with <see cref="IsOfSnapshot"/> the earliest one at which they were these.</summary>
    public required Instant ReadAt { get; init; }

    /// <summary>
    /// True when the figures are those of every full snapshot since <see cref="ReadAt"/>: their moment is <see cref="BalanceImportRow.SnapshotAsOf"/>. So a snapshot
    /// in which a counterparty is unchanged gives it the new moment without writing its row.
    /// </summary>
    public required bool IsOfSnapshot { get; init; }

    /// <summary>What the source states as the moment; null when that is the moment of the figures.</summary>
    public required Instant? AsOf { get; init; }

    public required bool IsCleared { get; init; }
    public required decimal? Debt { get; init; }
    public required decimal? Advance { get; init; }
    public required decimal? Overdue { get; init; }
    public required decimal? LimitAmount { get; init; }
    public required Currency? LimitCurrency { get; init; }
    public required bool? LimitIsEnforced { get; init; }
    public required bool? IsBlocked { get; init; }

    /// <summary>True when the source states a last payment, be it without a day and an amount.</summary>
    public required bool HasLastPayment { get; init; }

    public required string? LastPaymentId { get; init; }
    public required string? LastPaymentNumber { get; init; }
    public required LocalDate? LastPaymentDate { get; init; }
    public required decimal? LastPaymentAmount { get; init; }

    /// <summary>JSON of <see cref="PaymentTerms"/>.</summary>
    public required string? Terms { get; init; }

    public required BalanceFields Unstated { get; init; }

    /// <summary>How many rows the list of open documents has; null when the source gave no list.</summary>
    public required int? DocumentCount { get; init; }

    /// <summary>How many payments stand beside the figures; null when the source gave no list.</summary>
    public required int? PaymentCount { get; init; }

    public StoredBalance ToBalance(Instant? snapshotAsOf, IReadOnlyList<OpenDocument> documents, IReadOnlyList<BalancePayment> payments)
    {
        var readAt = IsOfSnapshot && snapshotAsOf is { } moment ? moment : ReadAt;
        var balance = new CounterpartyBalance(new CounterpartyId(CounterpartyId), Currency, AsOf ?? readAt)
        {
            Debt = Debt.In(Currency),
            Advance = Advance.In(Currency),
            Overdue = Overdue.In(Currency),
            Limit = Limit,
            IsBlocked = IsBlocked,
            LastPayment = LastPayment,
            Documents = DocumentCount is null ? null : documents,
            Payments = PaymentCount is null ? null : payments,
            Terms = Terms is null ? null : PaymentTerms.FromJson(Terms),
            Unstated = Unstated,
        };
        return new StoredBalance(balance, readAt) { IsCleared = IsCleared };
    }

    private CreditLimit? Limit =>
        LimitAmount is { } amount && LimitCurrency is { } currency
            ? new CreditLimit(new Money(amount, currency), LimitIsEnforced ?? true)
            : null;

    private BalancePayment? LastPayment =>
        HasLastPayment
            ? new BalancePayment
            {
                Id = LastPaymentId,
                Number = LastPaymentNumber,
                Date = LastPaymentDate,
                Amount = LastPaymentAmount.In(Currency),
            }
            : null;
}
