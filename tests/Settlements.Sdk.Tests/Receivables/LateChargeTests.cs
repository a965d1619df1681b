using NodaTime;
using Settlements.Receivables;

namespace Settlements.Tests.Receivables;

public sealed class LateChargeTests
{
    private static readonly LocalDate Due = new(2026, 11, 10);

    [Fact]
    public void Charges_each_day_after_the_due_date_and_not_the_due_date()
    {
        var charge = LateCharge.PerDay(0.1m);

        charge.Reckon(Money.Rub(10_000m), Due, Due, []).Total.Should().Be(Money.Rub(0m));
        charge.Reckon(Money.Rub(10_000m), Due, Due.PlusDays(-5), []).Lines.Should().BeEmpty();
        charge.Reckon(Money.Rub(10_000m), Due, Due.PlusDays(1), []).Total.Should().Be(Money.Rub(10m));
        charge.Reckon(Money.Rub(10_000m), Due, Due.PlusDays(30), []).Total.Should().Be(Money.Rub(300m));
    }

    [Fact]
    public void A_part_payment_lowers_the_base_from_its_own_day()
    {
        var statement = LateCharge.PerDay(0.1m).Reckon(Money.Rub(10_000m), Due, Due.PlusDays(10), [Paid(5, 4_000m), Paid(5, 1_000m)]);

        statement
            .Lines.Should()
            .Equal(
                new LateChargeLine(Due.PlusDays(1), Due.PlusDays(4), Money.Rub(10_000m), 0.1m, Money.Rub(40m)),
                new LateChargeLine(Due.PlusDays(5), Due.PlusDays(10), Money.Rub(5_000m), 0.1m, Money.Rub(30m))
            );
        statement.Lines.Sum(line => line.Days).Should().Be(10);
        statement.Total.Should().Be(Money.Rub(70m));
        statement.IsCapped.Should().BeFalse();
    }

    [Fact]
    public void Includes_the_day_of_the_payment_where_it_is_asked_for() =>
        LateCharge
            .PerDay(0.1m)
            .IncludingPaymentDay()
            .Reckon(Money.Rub(10_000m), Due, Due.PlusDays(10), [Paid(5, 5_000m)])
            .Total.Should()
            .Be(Money.Rub(75m));

    [Theory]
    [InlineData(-3, 10_000, 0)]
    [InlineData(0, 4_000, 6)]
    [InlineData(1, 10_000, 0)]
    [InlineData(2, 12_000, 10)]
    [InlineData(11, 10_000, 100)]
    public void Counts_payments_in_time_too_late_and_beyond_the_amount(int day, int paid, int perTenDays)
    {
        var total = LateCharge.PerDay(0.1m).Reckon(Money.Rub(10_000m), Due, Due.PlusDays(10), [Paid(day, paid)]).Total;

        total.Should().Be(Money.Rub(day == 0 ? perTenDays * 10 : perTenDays));
    }

    [Fact]
    public void A_year_of_366_days_costs_the_yearly_rate_once()
    {
        var charge = LateCharge.PerYear(new LateChargeRate(new LocalDate(2020, 1, 1), 20m));
        var amount = Money.Rub(1_000_000m);

        charge
            .Reckon(amount, new LocalDate(2023, 12, 31), new LocalDate(2024, 12, 31), [])
            .Lines.Should()
            .ContainSingle()
            .Which.Amount.Should()
            .Be(Money.Rub(200_000m));
        charge.Reckon(amount, new LocalDate(2022, 12, 31), new LocalDate(2023, 12, 31), []).Total.Should().Be(Money.Rub(200_000m));
        charge
            .Reckon(amount, new LocalDate(2023, 12, 30), new LocalDate(2024, 1, 1), [])
            .Lines.Select(line => line.Amount)
            .Should()
            .Equal(Money.Rub(547.95m), Money.Rub(546.45m));
        charge.Reckon(amount, new LocalDate(2024, 12, 30), new LocalDate(2025, 1, 1), []).Lines.Should().HaveCount(2);
        charge
            .Reckon(amount, new LocalDate(2025, 12, 30), new LocalDate(2026, 1, 2), [])
            .Lines.Should()
            .ContainSingle("both have 365 days");
    }

    [Fact]
    public void Changes_the_rate_on_the_day_of_the_table()
    {
        var charge = LateCharge.PerYear(
            new LateChargeRate(new LocalDate(2026, 11, 15), 36.5m),
            new LateChargeRate(new LocalDate(2026, 1, 1), 18.25m)
        );

        var statement = charge.Reckon(Money.Rub(1_000m), Due, new LocalDate(2026, 11, 20), []);

        statement
            .Lines.Should()
            .Equal(
                new LateChargeLine(Due.PlusDays(1), new LocalDate(2026, 11, 14), Money.Rub(1_000m), 18.25m, Money.Rub(2m)),
                new LateChargeLine(new LocalDate(2026, 11, 15), new LocalDate(2026, 11, 20), Money.Rub(1_000m), 36.5m, Money.Rub(6m))
            );
    }

    [Fact]
    public void Stops_at_the_cap()
    {
        var statement = LateCharge.PerDay(1m).WithCap(10m).Reckon(Money.Rub(100.05m), Due, Due.PlusDays(30), []);

        statement.Uncapped.Should().Be(Money.Rub(30.02m));
        statement.Total.Should().Be(Money.Rub(10.01m));
        statement.IsCapped.Should().BeTrue();
        LateCharge.PerDay(1m).WithCap(30m).Reckon(Money.Rub(100m), Due, Due.PlusDays(30), []).IsCapped.Should().BeFalse();
    }

    [Fact]
    public void Rounds_once_and_exactly_where_decimals_would_not_reach()
    {
        // 0.005 to the last digit, made of factors that a decimal cannot multiply without rounding.
        var amount = Money.Rub(0.5000000000000000000000000001m);

        LateCharge.PerDay(1m).Reckon(amount, Due, Due.PlusDays(1), []).Total.Should().Be(Money.Rub(0.01m));
        LateCharge.PerDay(1m).Reckon(Money.Rub(0.4999999999999999999999999999m), Due, Due.PlusDays(1), []).Total.Should().Be(Money.Rub(0m));
        LateCharge
            .PerDay(1m)
            .Reckon(Money.Rub(0.5m), Due, Due.PlusDays(1), [])
            .Total.Should()
            .Be(Money.Rub(0.01m), "half goes away from zero");
    }

    [Fact]
    public void Refuses_a_day_without_a_rate() =>
        LateCharge
            .PerYear(new LateChargeRate(new LocalDate(2026, 11, 12), 10m))
            .Invoking(charge => charge.Reckon(Money.Rub(1m), Due, Due.PlusDays(5), []))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("No rate is known for 2026-11-11: the table begins on 2026-11-12.");

    [Fact]
    public void Refuses_what_cannot_be_reckoned()
    {
        FluentActions.Invoking(() => LateCharge.PerDay(-0.1m)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => LateCharge.PerDay(101m)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => LateCharge.PerYear()).Should().Throw<ArgumentException>().WithMessage("A yearly rate is needed*");
        FluentActions
            .Invoking(() => LateCharge.PerYear(new(Due, 1m), new(Due, 2m)))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("The rate from 2026-11-10 stands twice*");
        FluentActions
            .Invoking(() => LateCharge.PerYear(new LateChargeRate(Due, -1m)))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("The rate from 2026-11-10 is -1 percent*");
        var charge = LateCharge.PerDay(0.1m);
        charge.Invoking(rule => rule.WithCap(0m)).Should().Throw<ArgumentOutOfRangeException>();
        charge
            .Invoking(rule => rule.Reckon(Money.Rub(-1m), Due, Due, []))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("The amount is -1.00 RUB*");
        charge
            .Invoking(rule => rule.Reckon(Money.Rub(1m), Due, Due, [Paid(1, 0m)]))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("The payment '1' is 0.00 RUB*");
        charge
            .Invoking(rule => rule.Reckon(new Money(1m, Currency.Parse("USD")), Due, Due, [Paid(1, 1m)]))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("*are in USD*");
    }

    [Fact]
    public void Equals_a_slow_sum_of_single_days()
    {
        const int Seed = 20261122;
        var random = new Random(Seed);
        for (var round = 0; round < 300; round++)
        {
            var due = new LocalDate(2023, 1, 1).PlusDays(random.Next(1500));
            var days = random.Next(1, 800);
            var amount = Money.Rub(random.Next(1, 1_000_000) / 100m);
            var payments = Enumerable
                .Range(0, random.Next(4))
                .Select(i => Paid(due, random.Next(-5, days), random.Next(1, 400_000) / 100m, i))
                .ToList();
            var rates = new[]
            {
                new LateChargeRate(new LocalDate(2020, 1, 1), 7.5m),
                new LateChargeRate(due.PlusDays(random.Next(days)), random.Next(0, 25)),
            };

            var statement = LateCharge.PerYear(rates).Reckon(amount, due, due.PlusDays(days), payments);

            var slow = 0m;
            for (var day = due.PlusDays(1); day <= due.PlusDays(days); day = day.PlusDays(1))
            {
                var open = Math.Max(
                    0m,
                    amount.Amount - payments.Where(payment => payment.Date <= day).Sum(payment => payment.Amount.Amount)
                );
                var rate = rates.Where(rate => rate.From <= day).MaxBy(rate => rate.From)!.Percent;
                slow += open * rate / 100m / (DateTime.IsLeapYear(day.Year) ? 366m : 365m);
            }

            Math.Abs(statement.Total.Amount - slow)
                .Should()
                .BeLessThanOrEqualTo(0.005m * statement.Lines.Count + 0.0001m, $"seed {Seed}, round {round}");
        }
    }

    private static ReceivedPayment Paid(int day, decimal amount) => Paid(Due, day, amount, day);

    private static ReceivedPayment Paid(LocalDate due, int day, decimal amount, int id) =>
        new()
        {
            Id = id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Date = due.PlusDays(day),
            Amount = Money.Rub(amount),
        };
}
