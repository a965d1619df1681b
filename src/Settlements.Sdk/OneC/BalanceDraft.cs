using NodaTime;
using Settlements.Balances;

namespace Settlements.OneC;

/// <summary>What was read of an answer so far.</summary>
/// <param name="assumed">The currency of the amounts until the answer states one.</param>
internal sealed class BalanceDraft(Currency assumed)
{
    private const BalanceFields Facts = BalanceFields.AsOf | BalanceFields.Currency | BalanceFields.Terms;
    private const BalanceFields All = (BalanceFields)((int)BalanceFields.Terms * 2 - 1);

    /// <summary>Which meanings stood in the answer: one bit for each <see cref="BalanceKey"/>.</summary>
    internal ulong Seen;

    /// <summary>The parts that the answer stated.</summary>
    internal BalanceFields Stated;

    /// <summary>An amount was read in <see cref="Currency"/>; another currency after it means that the answer must be read again.</summary>
    internal bool HasAmounts;

    internal bool MustReadAgain;

    /// <summary>The answer says that the service did not succeed.</summary>
    internal bool SaysFailure;

    internal Currency Currency = assumed;
    internal Guid? Counterparty;
    internal Guid? Contract;
    internal Money? Debt;
    internal Money? Advance;
    internal Money? Overdue;
    internal Money? Limit;
    internal bool? LimitEnforced;
    internal bool? Blocked;
    internal LocalDate? LastPaymentDate;
    internal Money? LastPaymentAmount;
    internal Instant? UpdatedAt;
    internal IReadOnlyList<OpenDocument>? Documents;
    internal IReadOnlyList<BalancePayment>? Payments;

    internal TermsDraft Terms { get; } = new();

    internal ReadingNotes Notes { get; } = new();

    internal bool HasFigures => (Stated & ~Facts) != BalanceFields.None;

    internal CounterpartyBalance ToBalance(CounterpartyId counterparty, Instant readAt) =>
        new(counterparty, Currency, UpdatedAt ?? readAt)
        {
            Debt = Debt,
            Advance = Advance,
            Overdue = Overdue,
            Limit = Limit is { } limit ? new CreditLimit(limit, LimitEnforced ?? true) : null,
            IsBlocked = Blocked,
            LastPayment = LastPayment(),
            Documents = Documents,
            Payments = Payments,
            Terms = Terms.ToTerms(),
            Unstated = All & ~Stated,
            Notes = Notes.All,
        };

    // 1C writes the empty date and zero for a customer who never paid.
    private BalancePayment? LastPayment() =>
        LastPaymentDate is null && LastPaymentAmount is (null or { Amount: 0 })
            ? null
            : new BalancePayment { Date = LastPaymentDate, Amount = LastPaymentAmount };
}
