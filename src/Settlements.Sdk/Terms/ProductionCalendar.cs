using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace Settlements.Terms;

/// <summary>An official production calendar of a five-day week, with its moved days off and worked Saturdays. It says null for a year that it lacks.</summary>
/// <remarks>
/// <para>
/// Russia covers 2013 to 2026; 2024 to 2026 are recomputed from the holidays of the Labour Code and the Government's decrees on moved days off. Belarus and Kazakhstan
/// cover 2015 to 2026 and rest on a single source, the xmlcalendar project.
/// </para>
/// <para>
/// Next year's calendar is published only in autumn. Until a version of this package has it, a host adds it with <see cref="WithYear"/>.
/// </para>
/// </remarks>
public sealed class ProductionCalendar : IWorkingCalendar
{
    private static readonly Lazy<ProductionCalendar> LazyRussia = new(static () => Parse("RU", ProductionCalendarData.Russia));
    private static readonly Lazy<ProductionCalendar> LazyBelarus = new(static () => Parse("BY", ProductionCalendarData.Belarus));
    private static readonly Lazy<ProductionCalendar> LazyKazakhstan = new(static () => Parse("KZ", ProductionCalendarData.Kazakhstan));

    private readonly HashSet<int> _years;
    private readonly HashSet<LocalDate> _exceptions;

    private ProductionCalendar(string name, IEnumerable<int> years, IEnumerable<LocalDate> exceptions)
    {
        Name = name;
        _years = years.ToHashSet();
        _exceptions = exceptions.ToHashSet();
    }

    /// <summary>Russia, 2013 to 2026.</summary>
    public static ProductionCalendar Russia => LazyRussia.Value;

    /// <summary>Belarus, 2015 to 2026; from a single source.</summary>
    public static ProductionCalendar Belarus => LazyBelarus.Value;

    /// <summary>Kazakhstan, 2015 to 2026; from a single source.</summary>
    public static ProductionCalendar Kazakhstan => LazyKazakhstan.Value;

    /// <summary>The country's letter code of ISO 3166: <c>RU</c>, <c>BY</c> or <c>KZ</c>.</summary>
    public string Name { get; }

    /// <summary>The years that the calendar knows, in rising order.</summary>
    public IReadOnlyList<int> Years => [.. _years.Order()];

    /// <summary>Finds an embedded calendar by a country's letter code, in any case.</summary>
    /// <param name="country">The two letters of ISO 3166, such as <c>RU</c>.</param>
    /// <param name="calendar">The calendar, or null when there is none for the country.</param>
    public static bool TryGet([NotNullWhen(true)] string? country, [NotNullWhen(true)] out ProductionCalendar? calendar)
    {
        calendar = country?.ToUpperInvariant() switch
        {
            "RU" => Russia,
            "BY" => Belarus,
            "KZ" => Kazakhstan,
            _ => null,
        };
        return calendar is not null;
    }

    /// <summary>The same calendar with a year added, or replaced when the calendar has it already.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <param name="nonWorking">The year's days off besides Saturdays and Sundays; a weekend among them changes nothing.</param>
    /// <param name="working">The year's Saturdays and Sundays that are worked; null or empty when there are none. A weekday among them changes nothing.</param>
    /// <exception cref="PaymentTermsException">A day is of another year or stands in both lists.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="nonWorking"/> is null.</exception>
    public ProductionCalendar WithYear(int year, IEnumerable<LocalDate> nonWorking, IEnumerable<LocalDate>? working = null)
    {
        ArgumentNullException.ThrowIfNull(nonWorking);
        var off = nonWorking.ToHashSet();
        var on = (working ?? []).ToHashSet();
        foreach (var date in off.Concat(on))
        {
            if (date.Year != year)
                throw PaymentTermsProblems.DayOfOtherYear(Name, year, date).ToException();
            if (off.Contains(date) && on.Contains(date))
                throw PaymentTermsProblems.BothOffAndWorking(Name, date).ToException();
        }
        var exceptions = off.Where(static date => !CivilDates.IsWeekend(date)).Concat(on.Where(CivilDates.IsWeekend));
        return new ProductionCalendar(Name, _years.Append(year), _exceptions.Where(date => date.Year != year).Concat(exceptions));
    }

    /// <summary>Whether a day is worked; null when the calendar does not know the year.</summary>
    /// <param name="date">A date of the ISO calendar.</param>
    public bool? IsWorkingDay(LocalDate date) =>
        _years.Contains(date.Year) ? CivilDates.IsWeekend(date) == _exceptions.Contains(date) : null;

    private static ProductionCalendar Parse(string name, string data)
    {
        var years = new List<int>();
        var exceptions = new List<LocalDate>();
        foreach (var line in data.AsSpan().EnumerateLines())
        {
            var year = Number(line[..4]);
            years.Add(year);
            foreach (var part in line[5..].Split(' '))
            {
                // A plus parts the days off from the worked weekends for the reader; each is an exception to its weekday.
                if (line[5..][part] is { Length: 4 } day)
                    exceptions.Add(new LocalDate(year, Number(day[..2]), Number(day[2..])));
            }
        }
        return new ProductionCalendar(name, years, exceptions);
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
