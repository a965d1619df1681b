using Settlements.Terms;

namespace Settlements.Testing.Scenarios.Rules;

/// <summary>A working calendar and the roll of due dates as scenarios write them.</summary>
internal static class CalendarGiven
{
    internal static ObjectShape Shape =>
        new(
            new("country", new WordShape("RU", "BY", "KZ") { IsOpen = true }, "An official production calendar; instead of lists."),
            new("nonWorking", new ListShape(new DateShape()), "Days off besides Saturdays and Sundays; instead of a country."),
            new("working", new ListShape(new DateShape()), "Saturdays and Sundays that are worked; instead of a country."),
            new(
                "roll",
                new WordShape("none", "following", "preceding", "modifiedFollowing"),
                "Where a due date goes that falls on a day off; none when left out."
            )
        )
        {
            IsNullable = true,
            Either = ("country", ["nonWorking", "working"]),
        };

    /// <summary>The calendar, null when there is none.</summary>
    /// <exception cref="BadValueException">There is no calendar of the country, or a date does not exist.</exception>
    internal static IWorkingCalendar? Read(ScenarioNode? node)
    {
        if (node?["country"] is { } country)
        {
            return ProductionCalendar.TryGet(country.Text, out var calendar)
                ? calendar
                : throw Given.Bad(BadValueException.Calendar, country, "has no calendar here");
        }

        return node is null || (node["nonWorking"] ?? node["working"]) is null
            ? null
            : TermsGiven.Ask(() => WorkingCalendar.FromDays(Dates(node["nonWorking"]), Dates(node["working"])));
    }

    internal static HolidayRoll Roll(ScenarioNode? node) =>
        node?["roll"]?.Text switch
        {
            "following" => HolidayRoll.Following,
            "preceding" => HolidayRoll.Preceding,
            "modifiedFollowing" => HolidayRoll.ModifiedFollowing,
            _ => HolidayRoll.None,
        };

    private static IEnumerable<NodaTime.LocalDate> Dates(ScenarioNode? list) => (list?.Items ?? []).Select(Given.Date);
}
