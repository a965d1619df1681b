using System.Text.Json;
using NodaTime;
using Settlements.Terms;
using static Settlements.Tests.Terms.Given;

namespace Settlements.Tests.Terms;

public sealed class PaymentTermsSetTests
{
    private static readonly PaymentTerms Prepay = PaymentTerms.Prepay();

    [Theory]
    [InlineData("2025-12-31", null)]
    [InlineData("2026-01-01", "a")]
    [InlineData("2026-11-20", "a")]
    [InlineData("2026-11-21", "b")]
    [InlineData("2030-01-01", "b")]
    public void Both_ends_of_a_period_are_included(string date, string? expected)
    {
        var set = PaymentTermsSet.Of(Version("b", "2026-11-21", null), Version("a", "2026-01-01", "2026-11-20"));

        set.At(Day(date))?.Id.Value.Should().Be(expected);
        (set.At(Day(date)) is null).Should().Be(expected is null);
        set.Gaps().Should().BeEmpty();
        set.Versions.Select(v => v.Id.Value).Should().Equal("a", "b");
    }

    [Theory]
    [InlineData("0001-01-01", "old")]
    [InlineData("2026-05-31", "old")]
    [InlineData("2026-06-01", null)]
    [InlineData("9999-12-31", null)]
    public void Ends_may_be_open(string date, string? expected)
    {
        var set = PaymentTermsSet.Of(Version("old", null, "2026-05-31"));

        set.At(Day(date))?.Id.Value.Should().Be(expected);
        (set.At(Day(date)) is null).Should().Be(expected is null);
    }

    [Fact]
    public void Terms_without_a_period_are_in_force_always()
    {
        var set = PaymentTermsSet.Always(new TermsId("only"), Prepay);

        set.At(new LocalDate(1, 1, 1))!.Terms.Should().Be(Prepay);
        set.At(new LocalDate(9999, 12, 31))!.Id.Should().Be(new TermsId("only"));
        set.Gaps().Should().BeEmpty();
    }

    [Fact]
    public void An_empty_set_has_nothing_in_force()
    {
        PaymentTermsSet.Of().At(Day("2026-01-01")).Should().BeNull();
        PaymentTermsSet.Of().Gaps().Should().BeEmpty();
    }

    [Fact]
    public void Gaps_between_versions_are_reported()
    {
        var set = PaymentTermsSet.Of(
            Version("a", "2026-01-01", "2026-01-31"),
            Version("b", "2026-02-02", "2026-02-28"),
            Version("c", "2026-03-01", "2026-03-31"),
            Version("d", "2026-05-01", null)
        );

        set.Gaps()
            .Should()
            .Equal(new DateInterval(Day("2026-02-01"), Day("2026-02-01")), new DateInterval(Day("2026-04-01"), Day("2026-04-30")));
    }

    private const string Ends = " Both ends of a period are included: end the one before the other begins.";

    public static TheoryData<PaymentTermsVersion[], string> Refused =>
        new()
        {
            {
                [Version("b", "2026-11-20", null), Version("a", "2026-01-01", "2026-11-20")],
                "The terms a (from 2026-01-01 to 2026-11-20) and b (from 2026-11-20) are both in force on 2026-11-20." + Ends
            },
            {
                [Version("a", "2026-01-01", null), Version("b", "2026-11-20", null)],
                "The terms a (from 2026-01-01) and b (from 2026-11-20) are both in force on 2026-11-20." + Ends
            },
            {
                [Version("a", null, "2026-01-01"), Version("b", null, "2020-01-01")],
                "The terms a (to 2026-01-01) and b (to 2020-01-01) are both in force from the beginning." + Ends
            },
            {
                [Version("a", null, null), Version("b", null, null)],
                "The terms a (always) and b (always) are both in force from the beginning." + Ends
            },
            {
                [Version("a", "2026-01-01", "2026-12-31"), Version("b", "2026-05-01", "2026-05-31"), Version("c", "2027-01-01", null)],
                "The terms a (from 2026-01-01 to 2026-12-31) and b (from 2026-05-01 to 2026-05-31) are both in force on 2026-05-01." + Ends
            },
            {
                [Version("ok", "2027-01-01", null), Version("a", "2026-05-02", "2026-05-01")],
                "The terms a are in force from 2026-05-02 to 2026-05-01: 'from' is later than 'to'."
            },
            {
                [Version("a", "2026-01-01", "2026-01-31"), new(new TermsId("a"), PaymentTerms.Deferred(5)) { From = Day("2026-02-01") }],
                "The id a names two different terms: an order that keeps it would not know which. Give the changed terms an id of their own."
            },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_in_force_together_is_refused_with_which_and_why(PaymentTermsVersion[] versions, string message)
    {
        PaymentTermsSet.TryCreate(versions, out var set, out var problem).Should().BeFalse();

        set.Should().BeNull();
        problem.Should().Be(new PaymentTermsProblem(PaymentTermsProblemKind.Terms, message));
        FluentActions.Invoking(() => PaymentTermsSet.Of(versions)).Should().Throw<PaymentTermsException>().WithMessage(message);
        PaymentTermsSet.TryCreate(versions.Reverse(), out _, out _).Should().BeFalse();
    }

    [Fact]
    public void A_period_of_one_day_is_one() =>
        PaymentTermsSet.Of(Version("a", "2026-01-01", "2026-01-01")).At(Day("2026-01-01"))!.Id.Value.Should().Be("a");

    [Fact]
    public void The_terms_of_an_order_are_found_by_the_id_kept_with_it()
    {
        var changed = PaymentTerms.Deferred(5);
        var set = PaymentTermsSet.Of(
            Version("a", "2026-01-01", "2026-01-31"),
            new PaymentTermsVersion(new TermsId("b"), changed) { From = Day("2026-02-01"), To = Day("2026-02-28") },
            Version("a", "2026-03-01", null)
        );

        set.Find(new TermsId("a")).Should().Be(Prepay);
        set.Find(new TermsId("b")).Should().Be(changed);
        set.Find(new TermsId("A")).Should().BeNull("ids compare letter for letter");
    }

    [Fact]
    public void Nulls_and_unassigned_ids_are_defects_of_the_program()
    {
        FluentActions
            .Invoking(() => PaymentTermsSet.Of((IEnumerable<PaymentTermsVersion>)null!))
            .Should()
            .Throw<ArgumentNullException>()
            .WithParameterName("versions");
        FluentActions.Invoking(() => PaymentTermsSet.Of([null!])).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => PaymentTermsSet.Always(new TermsId("a"), null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => PaymentTermsSet.Always(default, Prepay)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void An_id_is_a_text_that_is_not_empty()
    {
        new TermsId(" 2026-A ").Value.Should().Be("2026-A");
        TermsId.Parse("2026-A").Should().Be(new TermsId("2026-A"));
        new TermsId("2026-A").ToString().Should().Be("2026-A");
        default(TermsId).ToString().Should().BeEmpty();
        TermsId.TryParse("  ", out var none).Should().BeFalse();
        none.Should().Be(default(TermsId));
        TermsId.TryParse(null, out _).Should().BeFalse();
        FluentActions
            .Invoking(() => default(TermsId).Value)
            .Should()
            .Throw<InvalidOperationException>()
            .WithMessage("This TermsId was never assigned.");
        FluentActions.Invoking(() => new TermsId(" ")).Should().Throw<ArgumentException>();
        FluentActions
            .Invoking(() => TermsId.Parse(""))
            .Should()
            .Throw<FormatException>()
            .WithMessage("An id of terms is a text that is not empty.");
        FluentActions.Invoking(() => TermsId.Parse(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void An_id_is_a_string_in_json_and_in_configuration()
    {
        JsonSerializer.Serialize(new TermsId("a")).Should().Be("\"a\"");
        JsonSerializer.Deserialize<TermsId>("\"a\"").Should().Be(new TermsId("a"));
        FluentActions.Invoking(() => JsonSerializer.Deserialize<TermsId>("\"\"")).Should().Throw<JsonException>();
        System.ComponentModel.TypeDescriptor.GetConverter(typeof(TermsId)).ConvertFromInvariantString("a").Should().Be(new TermsId("a"));
    }

    private static PaymentTermsVersion Version(string id, string? from, string? to) =>
        new(new TermsId(id), Prepay) { From = from is null ? null : Day(from), To = to is null ? null : Day(to) };
}
