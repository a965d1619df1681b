using System.Numerics;
using NodaTime;

namespace Settlements.Terms;

/// <summary>A set of days of the month; bit 1 is the first day, bit 31 the last. A day that a month lacks is that month's last day.</summary>
internal readonly record struct PayDays(uint Bits)
{
    internal static PayDays Of(ReadOnlySpan<int> days)
    {
        if (days.IsEmpty)
            throw PaymentTermsProblems.NoPayDays().ToException();
        var bits = 0u;
        foreach (var day in days)
            bits |= 1u << Checked(day);
        return new PayDays(bits);
    }

    internal static int Checked(int day) => day is >= 1 and <= 31 ? day : throw PaymentTermsProblems.DayOutOfRange(day).ToException();

    internal IReadOnlyList<int> ToList()
    {
        var days = new List<int>(BitOperations.PopCount(Bits));
        for (var day = 1; day <= 31; day++)
        {
            if ((Bits & (1u << day)) != 0)
                days.Add(day);
        }
        return days;
    }

    internal LocalDate? OnOrAfter(LocalDate date)
    {
        var rest = In(date) & (uint.MaxValue << date.Day);
        if (rest != 0)
            return CivilDates.DayOfMonth(date, BitOperations.TrailingZeroCount(rest));
        return CivilDates.AddMonths(date, 1) is { } next ? CivilDates.DayOfMonth(next, BitOperations.TrailingZeroCount(In(next))) : null;
    }

    internal LocalDate? OnOrBefore(LocalDate date)
    {
        var rest = In(date) & ~(uint.MaxValue << date.Day << 1);
        if (rest != 0)
            return CivilDates.DayOfMonth(date, BitOperations.Log2(rest));
        return CivilDates.AddMonths(date, -1) is { } previous ? CivilDates.DayOfMonth(previous, BitOperations.Log2(In(previous))) : null;
    }

    private uint In(LocalDate date)
    {
        var last = CivilDates.DaysInMonth(date);
        var beyond = uint.MaxValue << last << 1;
        return (Bits & beyond) == 0 ? Bits : (Bits & ~beyond) | (1u << last);
    }
}
