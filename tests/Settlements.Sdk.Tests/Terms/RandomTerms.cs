using NodaTime;
using Settlements.Terms;

namespace Settlements.Tests.Terms;

/// <summary>Terms, totals and dates drawn from a seeded source.</summary>
internal sealed class RandomTerms(int seed)
{
    private readonly Random _random = new(seed);

    internal static readonly Currency[] Currencies = [Currency.Rub, Given.Jpy, Given.Kwd, Currency.Usd];

    internal Money Total(Currency currency)
    {
        var minor = _random.Next(8) switch
        {
            0 => 0L,
            1 => 1L,
            2 => _random.NextInt64(1, 20),
            3 => _random.NextInt64(1, 1_000_000_000_000_000),
            _ => _random.NextInt64(1, 100_000_000),
        };
        return new Money(new decimal(minor) / Power(currency.MinorDigits), currency);
    }

    /// <summary>Lines that make a whole of any total, and sometimes of none: 1 to 12 of them.</summary>
    internal PaymentTerms Terms(Money total, Func<DueRule>? due = null)
    {
        var count = _random.Next(1, 13);
        var lines = new List<PaymentTermsLine>();
        var percentLeft = 100m;
        for (var i = 0; i < count - 1; i++)
        {
            var percent = Math.Min(percentLeft, decimal.Round(percentLeft * (decimal)_random.NextDouble(), _random.Next(0, 7)));
            switch (_random.Next(6))
            {
                case 0:
                    lines.Add(
                        new(PaymentShare.PercentOfRemainder(decimal.Round(100m * (decimal)_random.NextDouble(), _random.Next(0, 5))))
                    );
                    break;
                case 1:
                    lines.Add(new(PaymentShare.Fixed((total * (decimal)(_random.NextDouble() / 10)).Round().Amount)));
                    break;
                default:
                    lines.Add(new(PaymentShare.PercentOfTotal(percent)));
                    percentLeft -= percent;
                    break;
            }
        }
        var last = _random.Next(3) switch
        {
            0 => PaymentShare.PercentOfTotal(percentLeft),
            1 => PaymentShare.PercentOfRemainder(100m),
            _ => PaymentShare.Remainder,
        };
        lines.Add(new(last));
        return PaymentTerms.FromLines(
            lines.Select(line =>
                line with
                {
                    Due = (due ?? AnyRule)(),
                    StatedKind = _random.Next(5) == 0 ? InstallmentKind.Deferred : null,
                }
            )
        );
    }

    internal DueRule AnyRule()
    {
        var rule = DueRule.OnBaseDate;
        for (var i = _random.Next(0, 4); i > 0; i--)
            rule = rule.Then(AnyStep());
        return rule;
    }

    /// <summary>A rule that never goes back: no negative step and no day set.</summary>
    internal DueRule ForwardRule()
    {
        var rule = DueRule.OnBaseDate;
        for (var i = _random.Next(0, 5); i > 0; i--)
        {
            rule = _random.Next(6) switch
            {
                0 => rule.AddDays(_random.Next(0, 60)),
                1 => rule.AddWeeks(_random.Next(0, 9)),
                2 => rule.AddMonths(_random.Next(0, 5)),
                3 => rule.AddWorkingDays(_random.Next(0, 15)),
                4 => rule.EndOfMonth(),
                _ => rule.NextDay(Days()),
            };
        }
        return rule;
    }

    internal LocalDate Date() => new LocalDate(2016, 1, 1).PlusDays(_random.Next(0, 365 * 9));

    internal int? Cap() => _random.Next(2) == 0 ? null : _random.Next(-20, 60);

    internal HolidayRoll Roll() => (HolidayRoll)_random.Next(4);

    private DueStep AnyStep() =>
        _random.Next(7) switch
        {
            0 => DueStep.AddDays(_random.Next(-20, 60)),
            1 => DueStep.AddWeeks(_random.Next(-3, 9)),
            2 => DueStep.AddMonths(_random.Next(-2, 5)),
            3 => DueStep.AddWorkingDays(_random.Next(-10, 15)),
            4 => DueStep.EndOfMonth(),
            5 => DueStep.SetDay(_random.Next(1, 32)),
            _ => DueStep.NextDay(Days()),
        };

    private int[] Days() => [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => _random.Next(1, 32))];

    private static decimal Power(int digits)
    {
        var power = 1m;
        for (var i = 0; i < digits; i++)
            power *= 10m;
        return power;
    }
}
