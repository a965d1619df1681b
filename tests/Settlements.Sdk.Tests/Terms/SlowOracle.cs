using System.Numerics;
using NodaTime;
using Settlements.Terms;

namespace Settlements.Tests.Terms;

/// <summary>The same rules, written another way: fractions of whole numbers for amounts, one day at a time for dates. Slow and plain.</summary>
internal static class SlowOracle
{
    /// <summary>The amounts in minor units; null when the lines make no whole.</summary>
    internal static BigInteger[]? Amounts(IReadOnlyList<PaymentTermsLine> lines, BigInteger total, int minorDigits)
    {
        var left = new Ratio(total, 1);
        var open = total;
        var amounts = new List<BigInteger>();
        foreach (var line in lines)
        {
            var share = line.Share.Kind switch
            {
                PaymentShareKind.PercentOfTotal => new Ratio(total, 1).Percent(line.Share.Value),
                PaymentShareKind.PercentOfRemainder => left.Percent(line.Share.Value),
                PaymentShareKind.Fixed => new Ratio(1, 1).Times(line.Share.Value).Times((decimal)BigInteger.Pow(10, minorDigits)),
                _ => left,
            };
            left = left.Minus(share);
            if (left.Numerator < 0)
                return null;
            var amount = BigInteger.Min(share.HalfUp(), open);
            amounts.Add(amount);
            open -= amount;
        }
        if (left.Numerator != 0)
            return null;
        amounts[^1] += open;
        return [.. amounts];
    }

    /// <summary>The due date: null when there is none, or the calendar does not know.</summary>
    internal static LocalDate? Due(PaymentTermsLine line, LocalDate baseDate, HolidayRoll roll, IWorkingCalendar calendar)
    {
        LocalDate? date = baseDate;
        foreach (var step in line.Due.Steps)
            date = date is { } from ? Step(step, from, calendar) : null;
        if (date is not { } due)
            return null;

        LocalDate? cap = line.NoLaterThanDays is { } days ? baseDate.PlusDays(days) : null;
        var payDays = line.Due.Steps.LastOrDefault(step => step.Kind == DueStepKind.NextDay)?.Days;
        if (due > cap)
        {
            due = cap.Value;
            while (payDays is not null && !IsPayDay(due, payDays))
                due = due.PlusDays(-1);
        }
        return line.Due.Steps.Count == 0 ? due : Roll(due, roll, cap, calendar);
    }

    private static LocalDate? Step(DueStep step, LocalDate from, IWorkingCalendar calendar) =>
        step.Kind switch
        {
            DueStepKind.AddDays => from.PlusDays(step.Count),
            DueStepKind.AddWeeks => from.PlusWeeks(step.Count),
            DueStepKind.AddMonths => from.PlusMonths(step.Count),
            DueStepKind.EndOfMonth => Walk(from, 1, d => d.PlusDays(1).Month != from.Month),
            DueStepKind.SetDay => new LocalDate(from.Year, from.Month, 1).PlusDays(
                Math.Min(step.Count, from.PlusMonths(1).With(DateAdjusters.StartOfMonth).PlusDays(-1).Day) - 1
            ),
            DueStepKind.NextDay => Walk(from, 1, d => IsPayDay(d, step.Days)),
            _ => WorkingDays(from, step.Count, calendar),
        };

    private static bool IsPayDay(LocalDate date, IReadOnlyList<int> days)
    {
        var isLast = date.PlusDays(1).Month != date.Month;
        return days.Any(day => day == date.Day || (isLast && day > date.Day));
    }

    private static LocalDate? WorkingDays(LocalDate from, int count, IWorkingCalendar calendar)
    {
        var date = from;
        for (var done = 0; done != count; )
        {
            date = date.PlusDays(Math.Sign(count));
            if (calendar.IsWorkingDay(date) is not { } working)
                return null;
            done += working ? Math.Sign(count) : 0;
        }
        return date;
    }

    private static LocalDate? Roll(LocalDate due, HolidayRoll roll, LocalDate? cap, IWorkingCalendar calendar)
    {
        bool Allowed(LocalDate d) => !(d > cap) && (roll != HolidayRoll.ModifiedFollowing || d.Month == due.Month);
        var directions = roll switch
        {
            HolidayRoll.None => Array.Empty<int>(),
            HolidayRoll.Preceding => [-1],
            _ => [1, -1],
        };
        foreach (var direction in directions)
        {
            for (var date = due; Allowed(date); date = date.PlusDays(direction))
            {
                if (calendar.IsWorkingDay(date) is not { } working)
                    return null;
                if (working)
                    return date;
            }
        }
        return due;
    }

    private static LocalDate Walk(LocalDate from, int direction, Func<LocalDate, bool> found)
    {
        var date = from;
        while (!found(date))
            date = date.PlusDays(direction);
        return date;
    }

    private readonly record struct Ratio(BigInteger Numerator, BigInteger Denominator)
    {
        internal Ratio Percent(decimal percent) => Times(percent) is var (n, d) ? new Ratio(n, d * 100) : default;

        internal Ratio Times(decimal factor)
        {
            var scale = BigInteger.Pow(10, factor.Scale);
            return new Ratio(
                Numerator
                    * BigInteger.Parse(
                        factor
                            .ToString("F" + factor.Scale, System.Globalization.CultureInfo.InvariantCulture)
                            .Replace(".", "", StringComparison.Ordinal),
                        System.Globalization.CultureInfo.InvariantCulture
                    ),
                Denominator * scale
            );
        }

        internal Ratio Minus(Ratio other) =>
            new((Numerator * other.Denominator) - (other.Numerator * Denominator), Denominator * other.Denominator);

        internal BigInteger HalfUp() => ((2 * Numerator) + Denominator) / (2 * Denominator);
    }
}
