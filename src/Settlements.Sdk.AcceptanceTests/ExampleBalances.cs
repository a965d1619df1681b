using NodaTime;
using Settlements.Balances;
using Settlements.Terms;

namespace Settlements.AcceptanceTests;

/// <summary>Balances for the suites.</summary>
internal static class ExampleBalances
{
    public static Instant Noon { get; } = Instant.FromUtc(2026, 11, 21, 12, 0);

    public static CounterpartyId Company { get; } = Id(1);

    public static CounterpartyId Id(int number) => new(ExamplePayments.IdOf(number));

    /// <summary>A balance of which nothing is known.</summary>
    public static CounterpartyBalance Bare(CounterpartyId? id = null, Instant? asOf = null, Currency? currency = null) =>
        new(id ?? Company, currency ?? Currency.Rub, asOf ?? Noon);

    /// <summary>A balance with a debt, and otherwise zeros.</summary>
    public static CounterpartyBalance Owing(decimal debt, CounterpartyId? id = null, Instant? asOf = null) =>
        Bare(id, asOf) with
        {
            Debt = Money.Rub(debt),
            Advance = Money.Rub(0m),
            Overdue = Money.Rub(0m),
        };

    /// <summary>A balance of which everything is known.</summary>
    public static CounterpartyBalance Whole(CounterpartyId? id = null, Instant? asOf = null) =>
        Bare(id, asOf) with
        {
            Debt = Money.Rub(125_000.50m),
            Advance = Money.Rub(0.01m),
            Overdue = Money.Rub(20_000m),
            Limit = new CreditLimit(new Money(500_000m, Currency.Eur), IsEnforced: false),
            IsBlocked = true,
            LastPayment = Payment("p-2", 20, 300.10m),
            Documents = [Document("d-1", 20_000m), Document("d-2", 105_000.50m)],
            Payments = [Payment("p-1", 19, 700m), Payment("p-2", 20, 300.10m)],
            Terms = PaymentTerms.Mixed(30m, 14).WithRoll(HolidayRoll.Following),
            Unstated = BalanceFields.AsOf | BalanceFields.Currency,
        };

    public static OpenDocument Document(string id, decimal outstanding) =>
        new()
        {
            Id = id,
            Number = "ЗК-" + id,
            Date = new LocalDate(2026, 10, 1),
            DueDate = new LocalDate(2026, 10, 31),
            Amount = Money.Rub(outstanding + 0.99m),
            Outstanding = Money.Rub(outstanding),
            OrderId = "A-" + id,
        };

    public static BalancePayment Payment(string? id, int? day, decimal amount = 1m) =>
        new()
        {
            Id = id,
            Number = "ПП-" + id,
            Date = day is { } known ? new LocalDate(2026, 11, known) : null,
            Amount = Money.Rub(amount),
        };
}
