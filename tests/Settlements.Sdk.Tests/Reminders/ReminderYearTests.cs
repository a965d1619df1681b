using System.Globalization;

namespace Settlements.Tests.Reminders;

public sealed class ReminderYearTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_year_of_reminders_flags_and_entries_is_what_an_obvious_oracle_says(int seed)
    {
        // SETTLEMENTS_REMINDER_YEAR=50000 lives through a year of that many.
        var asked = Environment.GetEnvironmentVariable("SETTLEMENTS_REMINDER_YEAR");
        var count = asked is null ? 400 : int.Parse(asked, NumberStyles.None, CultureInfo.InvariantCulture);
        using var year = new ReminderYear(count, seed);

        await year.LiveAsync();

        year.Messages.Should().BeGreaterThan(count, $"seed {seed}");
        year.Flags.Should().BeGreaterThan(5, $"seed {seed}");
    }
}
