using NodaTime;

namespace Settlements.Terms;

/// <summary>A calendar of a host's own days: Saturdays and Sundays are off besides. It knows every year.</summary>
/// <remarks>
/// Whoever gives the days answers for them: a year without any day in the lists has its weekends off and nothing else. A calendar that should say where its data end
/// is <see cref="ProductionCalendar"/>, or an <see cref="IWorkingCalendar"/> of the host.
/// </remarks>
public sealed class WorkingCalendar : IWorkingCalendar
{
    private readonly HashSet<LocalDate> _nonWorking;
    private readonly HashSet<LocalDate> _working;

    private WorkingCalendar(string name, HashSet<LocalDate> nonWorking, HashSet<LocalDate> working)
    {
        Name = name;
        _nonWorking = nonWorking;
        _working = working;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>A calendar of lists.</summary>
    /// <param name="nonWorking">Days off besides Saturdays and Sundays; a weekend among them changes nothing.</param>
    /// <param name="working">Saturdays and Sundays that are worked; null or empty when there are none. A weekday among them changes nothing.</param>
    /// <param name="name">The name for messages. The default is <c>own</c>.</param>
    /// <exception cref="PaymentTermsException">A day stands in both lists.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="nonWorking"/> or <paramref name="name"/> is null.</exception>
    public static WorkingCalendar FromDays(IEnumerable<LocalDate> nonWorking, IEnumerable<LocalDate>? working = null, string name = "own")
    {
        ArgumentNullException.ThrowIfNull(nonWorking);
        ArgumentNullException.ThrowIfNull(name);
        var off = nonWorking.ToHashSet();
        var on = (working ?? []).ToHashSet();
        foreach (var date in on)
        {
            if (off.Contains(date))
                throw PaymentTermsProblems.BothOffAndWorking(name, date).ToException();
        }
        return new WorkingCalendar(name, off, on);
    }

    /// <summary>Whether a day is worked; never null.</summary>
    /// <param name="date">A date of the ISO calendar.</param>
    public bool? IsWorkingDay(LocalDate date) => _working.Contains(date) || (!CivilDates.IsWeekend(date) && !_nonWorking.Contains(date));
}
