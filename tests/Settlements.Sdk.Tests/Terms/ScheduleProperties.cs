using System.Numerics;
using Settlements.Terms;
using static Settlements.Tests.Terms.Given;

namespace Settlements.Tests.Terms;

/// <summary>Ten thousand random schedules of each currency, and the terms that make no whole on the way, each against what must hold always and against <see cref="SlowOracle"/>.</summary>
public sealed class ScheduleProperties
{
    private const int Runs = 10_000;

    public static TheoryData<string, int> Seeds =>
        new()
        {
            { "RUB", 20261121 },
            { "JPY", 20261122 },
            { "KWD", 20261123 },
            { "USD", 20261124 },
        };

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Amounts_add_up_to_the_total_and_are_those_of_the_oracle(string currency, int seed)
    {
        var random = new RandomTerms(seed);
        var made = 0;
        for (var run = 0; made < Runs; run++)
        {
            var total = random.Total(Currency.Parse(currency));
            var terms = random.Terms(total);
            var why = () => $"seed {seed}, run {run}: {terms} of {total}";
            var minorDigits = total.Currency.MinorDigits;
            var expected = SlowOracle.Amounts(terms.Lines, Minor(total), minorDigits);

            var has = terms.TrySchedule(total, default, ProductionCalendar.Russia, out var schedule, out var problem);

            Check(has == expected is not null, () => why() + " " + problem?.Message);
            if (schedule is null)
                continue;
            made++;
            Check(schedule.Amounts().Sum() == total.Amount, why);
            Check(schedule.Installments.Select(i => Minor(i.Amount)).SequenceEqual(expected!), why);
            Check(schedule.Installments.All(i => !i.Amount.IsNegative && i.Amount.IsWholeMinorUnits), why);
            Check(schedule.Deferred + schedule.Prepayment == total, why);
            Check(terms.DeferredPart(total) == schedule.Deferred, why);
            Check(schedule.FinalDue is null && schedule.Installments.All(i => i.IsPending), why);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Due_dates_are_those_of_the_oracle(int seed)
    {
        var random = new RandomTerms(seed);
        IWorkingCalendar[] calendars =
        [
            ProductionCalendar.Russia,
            ProductionCalendar.Kazakhstan,
            WorkingCalendar.FromDays([new(2024, 1, 1)]),
        ];
        for (var run = 0; run < Runs; run++)
        {
            var line = Remainder(random.AnyRule()) with { NoLaterThanDays = random.Cap() };
            var (ordered, roll, calendar) = (random.Date(), random.Roll(), calendars[run % 3]);
            var terms = PaymentTerms.FromLines(line).WithRoll(roll);
            var expected = SlowOracle.Due(line, ordered, roll, calendar);

            _ = terms.TrySchedule(Money.Rub(1m), TermsDates.OrderedOn(ordered), calendar, out var schedule, out _);

            Check(
                schedule?.FinalDue == expected,
                () =>
                    $"seed {seed}, run {run}: {terms}, cap {line.NoLaterThanDays}, {roll}, from {Iso(ordered)}: {Iso(schedule?.FinalDue)}, not {Iso(expected)}"
            );
        }
    }

    [Fact]
    public void No_date_is_before_its_base_without_negative_steps_set_days_caps_and_rolls()
    {
        const int seed = 42;
        var random = new RandomTerms(seed);
        for (var run = 0; run < Runs; run++)
        {
            var ordered = random.Date();
            var terms = PaymentTerms.FromLines(Remainder(random.ForwardRule()));

            var due = terms.Schedule(Money.Rub(1m), TermsDates.OrderedOn(ordered), ProductionCalendar.Russia).FinalDue;

            Check(due >= ordered, () => $"seed {seed}, run {run}: {terms} from {Iso(ordered)} gives {Iso(due)}");
        }
    }

    [Fact]
    public void One_input_has_one_answer()
    {
        const int seed = 7;
        var (first, second) = (new RandomTerms(seed), new RandomTerms(seed));
        for (var run = 0; run < 1000; run++)
        {
            var (one, other) = (Answer(first), Answer(second));

            Check(one == other, () => $"seed {seed}, run {run}: {one} and {other}");
        }

        static string Answer(RandomTerms random)
        {
            var total = random.Total(Currency.Rub);
            var terms = random.Terms(total, random.AnyRule).WithRoll(random.Roll());
            var made = terms.TrySchedule(
                total,
                TermsDates.OrderedOn(random.Date()),
                ProductionCalendar.Russia,
                out var schedule,
                out var problem
            );
            return made ? string.Join("; ", schedule!.Installments) : problem!.Message;
        }
    }

    private static BigInteger Minor(Money money) => new(money.Amount * (decimal)BigInteger.Pow(10, money.Currency.MinorDigits));

    private static void Check(bool holds, Func<string> why)
    {
        if (!holds)
            Assert.Fail(why());
    }
}
