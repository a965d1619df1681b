using NodaTime;
using NodaTime.Text;
using Settlements.Reminders;

namespace Settlements.Tests.Reminders;

public sealed class DailyScheduleTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28", "02:30", "2026-03-28T01:30:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:30:00Z")]
    [InlineData("Europe/Berlin", "2026-03-30", "02:30", "2026-03-30T00:30:00Z")]
    [InlineData("Europe/Berlin", "2026-10-24", "02:30", "2026-10-24T00:30:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30:00Z")]
    [InlineData("Europe/Berlin", "2026-10-26", "02:30", "2026-10-26T01:30:00Z")]
    [InlineData("America/Havana", "2026-03-08", "00:00", "2026-03-08T05:00:00Z")]
    [InlineData("Europe/Moscow", "2026-03-29", "02:30", "2026-03-28T23:30:00Z")]
    public void Comes_at_the_local_time_later_by_the_hour_that_is_skipped_and_first_of_the_hour_that_is_doubled(
        string zone,
        string date,
        string at,
        string expected
    ) => InstantPattern.General.Format(Schedule(zone, at).On(LocalDatePattern.Iso.Parse(date).Value)).Should().Be(expected);

    [Theory]
    [InlineData("Europe/Berlin", "02:30")]
    [InlineData("Europe/Berlin", "02:00")]
    [InlineData("Europe/Berlin", "03:00")]
    [InlineData("Europe/Berlin", "00:00")]
    [InlineData("America/Havana", "00:30")]
    [InlineData("Australia/Lord_Howe", "02:15")]
    public void Comes_once_on_each_day_of_a_year(string zone, string at)
    {
        var schedule = Schedule(zone, at);
        var moment = Instant.FromUtc(2026, 1, 1, 12, 0);
        List<LocalDate> days = [];
        for (var i = 0; i < 365; i++)
        {
            moment = schedule.NextAfter(moment);
            schedule.HasCome(moment).Should().BeTrue();
            schedule
                .HasCome(moment - Duration.Epsilon)
                .Should()
                .Be(at == "00:00", "a day that begins with it has it from its first moment");
            days.Add(moment.InZone(DateTimeZoneProviders.Tzdb[zone]).Date);
        }

        days.Should().OnlyHaveUniqueItems();
        days[^1].Should().Be(days[0].PlusDays(364));
    }

    private static DailySchedule Schedule(string zone, string at) =>
        new(LocalTimePattern.CreateWithInvariantCulture("HH':'mm").Parse(at).Value, DateTimeZoneProviders.Tzdb[zone]);
}
