using NodaTime;
using Settlements.Balances;
using Settlements.Credit;
using Settlements.Terms;

namespace Settlements.Tests.Credit;

/// <summary>A customer in good standing who orders for a thousand roubles; each test changes what it is about.</summary>
internal sealed record CreditCase
{
    public static readonly LocalDate Today = new(2026, 11, 21);
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 21, 9, 0);
    public static readonly CounterpartyId Customer = CounterpartyId.Parse("0d8bb2a6-4c0f-4a53-9b55-8a1c7e6f1d20");

    public decimal? Debt { get; init; } = 100_000m;
    public decimal? Advance { get; init; } = 0m;
    public decimal? Overdue { get; init; } = 0m;
    public CreditLimit? Limit { get; init; } = new(Money.Rub(500_000m));
    public bool? IsBlocked { get; init; }
    public Currency BalanceCurrency { get; init; } = Currency.Rub;
    public IReadOnlyList<OpenDocument>? Documents { get; init; }
    public Money Total { get; init; } = Money.Rub(1_000m);
    public PaymentTerms? Terms { get; init; }
    public IReadOnlyList<Money> Holds { get; init; } = [];
    public CreditOverride? Override { get; init; }
    public Duration Age { get; init; } = Duration.Zero;
    public bool HasBalance { get; init; } = true;
    public bool IsBlockedByHost { get; init; }
    public IReadOnlyDictionary<Currency, decimal> Rates { get; init; } = new Dictionary<Currency, decimal>();
    public CreditPolicy Policy { get; init; } = CreditPolicy.Default;

    public OrderToCheck Order => new("A-1001", Customer, Total, Today, Terms);

    public CounterpartyBalance Balance =>
        new(Customer, BalanceCurrency, Now - Age)
        {
            Debt = InBalance(Debt),
            Advance = InBalance(Advance),
            Overdue = InBalance(Overdue),
            Limit = Limit,
            IsBlocked = IsBlocked,
            Documents = Documents,
        };

    public CreditFacts Facts =>
        new(Order, Today)
        {
            Reading = HasBalance ? new BalanceReading(Balance, BalanceOrigin.Live, Now, Age) : null,
            Holds = Holds,
            IsBlocked = IsBlockedByHost,
            Override = Override,
            Rates = Rates,
        };

    public CreditDecision Decide() => Policy.Decide(Facts);

    public static OpenDocument Document(decimal? outstanding, LocalDate? due, string? orderId = null, decimal? amount = null) =>
        new()
        {
            Outstanding = outstanding is { } open ? Money.Rub(open) : null,
            Amount = amount is { } whole ? Money.Rub(whole) : null,
            DueDate = due,
            OrderId = orderId,
        };

    private Money? InBalance(decimal? amount) => amount is { } value ? new Money(value, BalanceCurrency) : null;
}
