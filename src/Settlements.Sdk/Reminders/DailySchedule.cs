using NodaTime;
using NodaTime.TimeZones;

namespace Settlements.Reminders;

/// <summary>One moment a day, at a local time, whatever the clocks do.</summary>
/// <remarks>A time that the clocks skip comes as much later as they skip; of a time that comes twice the first is taken.</remarks>
internal sealed class DailySchedule(LocalTime at, DateTimeZone zone)
{
    internal Instant On(LocalDate date) => zone.ResolveLocal(date + at, Resolvers.LenientResolver).ToInstant();

    /// <summary>Whether the moment of the local day has come.</summary>
    internal bool HasCome(Instant now) => On(now.InZone(zone).Date) <= now;

    /// <summary>The first moment later than a given one.</summary>
    internal Instant NextAfter(Instant moment)
    {
        var date = moment.InZone(zone).Date;
        while (On(date) <= moment)
            date = date.PlusDays(1);
        return On(date);
    }
}
