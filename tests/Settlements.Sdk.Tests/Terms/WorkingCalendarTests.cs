using NodaTime;
using Settlements.Terms;
using static Settlements.Tests.Terms.Given;

namespace Settlements.Tests.Terms;

public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData("RU", 2013, 247)]
    [InlineData("RU", 2020, 219)]
    [InlineData("RU", 2024, 248)]
    [InlineData("RU", 2025, 247)]
    [InlineData("RU", 2026, 247)]
    [InlineData("BY", 2026, 254)]
    [InlineData("KZ", 2026, 246)]
    [InlineData("KZ", 2022, 247)]
    public void A_year_has_its_official_number_of_working_days(string country, int year, int expected)
    {
        ProductionCalendar.TryGet(country, out var calendar).Should().BeTrue();

        Days(year).Count(day => calendar!.IsWorkingDay(day) == true).Should().Be(expected);
    }

    [Theory]
    [InlineData("RU", "2026-01-01", false)]
    [InlineData("RU", "2026-01-09", false)]
    [InlineData("RU", "2026-01-12", true)]
    [InlineData("RU", "2026-01-10", false)]
    [InlineData("RU", "2026-12-31", false)]
    [InlineData("RU", "2024-11-02", true)]
    [InlineData("RU", "2024-04-27", true)]
    [InlineData("RU", "2024-04-29", false)]
    [InlineData("RU", "2013-01-01", false)]
    [InlineData("BY", "2025-04-26", true)]
    [InlineData("KZ", "2022-03-05", true)]
    [InlineData("KZ", "2026-03-08", false)]
    [InlineData("RU", "2027-01-11", null)]
    [InlineData("RU", "2012-12-31", null)]
    [InlineData("BY", "2014-12-31", null)]
    [InlineData("KZ", "2027-01-01", null)]
    public void A_production_calendar_knows_its_days_and_says_null_beyond_them(string country, string date, bool? expected)
    {
        ProductionCalendar.TryGet(country, out var calendar).Should().BeTrue();

        calendar!.IsWorkingDay(Day(date)).Should().Be(expected);
        calendar.Name.Should().Be(country);
    }

    [Fact]
    public void The_calendars_cover_their_years()
    {
        ProductionCalendar.Russia.Years.Should().Equal(Enumerable.Range(2013, 14));
        ProductionCalendar.Belarus.Years.Should().Equal(Enumerable.Range(2015, 12));
        ProductionCalendar.Kazakhstan.Years.Should().Equal(Enumerable.Range(2015, 12));
        ProductionCalendar.Russia.Should().BeSameAs(ProductionCalendar.Russia);
    }

    [Fact]
    public void A_country_is_found_by_its_code_in_any_case()
    {
        ProductionCalendar.TryGet("kz", out var calendar).Should().BeTrue();
        calendar.Should().BeSameAs(ProductionCalendar.Kazakhstan);
        ProductionCalendar.TryGet("BY", out calendar).Should().BeTrue();
        calendar.Should().BeSameAs(ProductionCalendar.Belarus);
        ProductionCalendar.TryGet("US", out calendar).Should().BeFalse();
        calendar.Should().BeNull();
        ProductionCalendar.TryGet(null, out _).Should().BeFalse();
    }

    [Fact]
    public void Every_exception_of_the_data_is_one()
    {
        // A weekday in the list of days off, or a weekend among the worked ones: anything else would be a slip in the data.
        string[] all = [ProductionCalendarData.Russia, ProductionCalendarData.Belarus, ProductionCalendarData.Kazakhstan];
        foreach (var line in all.SelectMany(data => data.Split('\n')))
        {
            var parts = line[5..].Split(" + ");
            parts.Should().HaveCountLessThan(3);
            var days = parts.Select(part => part.Split(' ').Select(d => Day($"{line[..4]}-{d[..2]}-{d[2..]}")).ToArray()).ToArray();
            days[0].Should().OnlyContain(day => day.DayOfWeek < IsoDayOfWeek.Saturday).And.BeInAscendingOrder().And.OnlyHaveUniqueItems();
            if (days.Length == 2)
                days[1]
                    .Should()
                    .OnlyContain(day => day.DayOfWeek >= IsoDayOfWeek.Saturday)
                    .And.BeInAscendingOrder()
                    .And.OnlyHaveUniqueItems();
        }
    }

    [Fact]
    public void A_host_adds_a_year_when_it_is_published()
    {
        // A weekend among the days off and a weekday among the working ones change nothing.
        var calendar = ProductionCalendar.Russia.WithYear(
            2027,
            [Day("2027-01-01"), Day("2027-01-02"), Day("2027-01-08")],
            [Day("2027-02-20"), Day("2027-02-24")]
        );

        calendar.Years.Should().Equal(Enumerable.Range(2013, 15));
        calendar.Name.Should().Be("RU");
        calendar.IsWorkingDay(Day("2027-01-01")).Should().BeFalse();
        calendar.IsWorkingDay(Day("2027-01-02")).Should().BeFalse();
        calendar.IsWorkingDay(Day("2027-01-08")).Should().BeFalse();
        calendar.IsWorkingDay(Day("2027-01-11")).Should().BeTrue();
        calendar.IsWorkingDay(Day("2027-02-20")).Should().BeTrue();
        calendar.IsWorkingDay(Day("2027-02-24")).Should().BeTrue();
        calendar.IsWorkingDay(Day("2027-02-21")).Should().BeFalse();
        calendar.IsWorkingDay(Day("2026-12-31")).Should().BeFalse();
        ProductionCalendar.Russia.IsWorkingDay(Day("2027-01-11")).Should().BeNull();
    }

    [Fact]
    public void A_year_given_replaces_the_one_known()
    {
        var calendar = ProductionCalendar.Russia.WithYear(2026, []);

        calendar.Years.Should().Equal(ProductionCalendar.Russia.Years);
        calendar.IsWorkingDay(Day("2026-01-01")).Should().BeTrue();
        calendar.IsWorkingDay(Day("2025-01-01")).Should().BeFalse();
    }

    [Fact]
    public void A_day_of_another_year_and_a_day_in_both_lists_are_refused()
    {
        FluentActions
            .Invoking(() => ProductionCalendar.Russia.WithYear(2027, [Day("2026-12-31")]))
            .Should()
            .Throw<PaymentTermsException>()
            .WithMessage("2026-12-31 is not a day of 2027, the year that is added to the calendar RU.")
            .Which.Problem.Kind.Should()
            .Be(PaymentTermsProblemKind.Calendar);
        FluentActions
            .Invoking(() => ProductionCalendar.Russia.WithYear(2027, [], [Day("2028-01-01")]))
            .Should()
            .Throw<PaymentTermsException>()
            .WithMessage("2028-01-01 is not a day of 2027*");
        FluentActions
            .Invoking(() => ProductionCalendar.Russia.WithYear(2027, [Day("2027-01-01"), Day("2027-01-04")], [Day("2027-01-04")]))
            .Should()
            .Throw<PaymentTermsException>()
            .WithMessage("2027-01-04 of the calendar RU stands both among the days off and among the working days: keep it in one list.");
        FluentActions.Invoking(() => ProductionCalendar.Russia.WithYear(2027, null!)).Should().Throw<ArgumentNullException>();
    }

    [Theory]
    [InlineData("2026-01-01", false)]
    [InlineData("2026-01-02", true)]
    [InlineData("2026-01-03", false)]
    [InlineData("2026-01-04", true)]
    [InlineData("2026-01-10", false)]
    [InlineData("1990-01-01", true)]
    [InlineData("9990-01-01", true)]
    public void A_calendar_of_lists_has_saturdays_and_sundays_off_besides(string date, bool expected) =>
        WorkingCalendar
            .FromDays([Day("2026-01-01"), Day("2026-01-10")], [Day("2026-01-04"), Day("2026-01-02")])
            .IsWorkingDay(Day(date))
            .Should()
            .Be(expected);

    [Fact]
    public void A_calendar_of_lists_has_a_name_for_messages()
    {
        WorkingCalendar.FromDays([]).Name.Should().Be("own");
        WorkingCalendar.FromDays([], name: "plant").Name.Should().Be("plant");
        FluentActions
            .Invoking(() => WorkingCalendar.FromDays([Day("2026-01-01")], [Day("2026-01-04"), Day("2026-01-01")], "plant"))
            .Should()
            .Throw<PaymentTermsException>()
            .WithMessage("2026-01-01 of the calendar plant stands both among the days off and among the working days: keep it in one list.")
            .Which.Problem.Kind.Should()
            .Be(PaymentTermsProblemKind.Calendar);
        FluentActions.Invoking(() => WorkingCalendar.FromDays(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => WorkingCalendar.FromDays([], name: null!)).Should().Throw<ArgumentNullException>();
    }

    private static IEnumerable<LocalDate> Days(int year)
    {
        for (var day = new LocalDate(year, 1, 1); day.Year == year; day = day.PlusDays(1))
            yield return day;
    }
}
