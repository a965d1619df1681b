using NodaTime;
using Settlements.Terms;
using static Settlements.Tests.Terms.Given;

namespace Settlements.Tests.Terms;

public sealed class PaymentTermsJsonTests
{
    private static readonly (PaymentTerms Terms, string Json)[] Golden =
    [
        (PaymentTerms.Prepay(), """{"type":"prepay"}"""),
        (PaymentTerms.Deferred(30), """{"type":"deferred","delayDays":30}"""),
        (PaymentTerms.Mixed(30.0m, 14), """{"type":"mixed","prepayPercent":"30","delayDays":14}"""),
        (
            PaymentTerms.Mixed(33.333333m, 14).WithRoll(HolidayRoll.ModifiedFollowing),
            """{"type":"mixed","prepayPercent":"33.333333","delayDays":14,"roll":"modifiedFollowing"}"""
        ),
        (PaymentTerms.FromLines(Remainder()), """{"type":"prepay"}"""),
        (PaymentTerms.FromLines(Remainder(DueRule.OnBaseDate.AddDays(0))), """{"lines":[{"remainder":true,"due":[{"addDays":0}]}]}"""),
        (PaymentTerms.FromLines(Remainder(DueRule.OnBaseDate.AddWeeks(1))), """{"lines":[{"remainder":true,"due":[{"addWeeks":1}]}]}"""),
        (
            PaymentTerms.FromLines(Percent(0m), Remainder(DueRule.OnBaseDate.AddDays(14))),
            """{"lines":[{"percent":"0"},{"remainder":true,"due":[{"addDays":14}]}]}"""
        ),
        (
            PaymentTerms.FromLines(OfRemainder(30m), Remainder(DueRule.OnBaseDate.AddDays(14))),
            """{"lines":[{"percent":"30","of":"remainder"},{"remainder":true,"due":[{"addDays":14}]}]}"""
        ),
        (
            PaymentTerms.FromLines(Remainder(DueRule.OnBaseDate.AddDays(30)) with { BaseDate = TermsBaseDate.Invoice }),
            """{"lines":[{"remainder":true,"from":"invoice","due":[{"addDays":30}]}]}"""
        ),
        (
            PaymentTerms
                .FromLines(
                    Percent(25m, DueRule.OnBaseDate.AddMonths(1).EndOfMonth()) with
                    {
                        BaseDate = TermsBaseDate.Shipment,
                    },
                    Line(PaymentShare.Fixed(Money.Rub(1500m)), DueRule.OnBaseDate.AddWorkingDays(-3).SetDay(15)),
                    Fixed(0.125m, DueRule.OnBaseDate.AddWeeks(2).NextDay(25, 10)) with
                    {
                        NoLaterThanDays = -45,
                        StatedKind = InstallmentKind.Prepayment,
                    },
                    Percent(75m) with
                    {
                        StatedKind = InstallmentKind.Deferred,
                    }
                )
                .WithRoll(HolidayRoll.Preceding),
            """
            {"lines":[{"percent":"25","from":"shipment","due":[{"addMonths":1},{"endOfMonth":true}]},
            {"fixed":"1500.00","currency":"RUB","due":[{"addWorkingDays":-3},{"setDay":15}]},
            {"fixed":"0.125","due":[{"addWeeks":2},{"nextDay":[10,25]}],"noLaterThanDays":-45,"kind":"prepayment"},
            {"percent":"75","kind":"deferred"}],"roll":"preceding"}
            """
        ),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Golden.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Terms_are_written_and_read_word_for_word(int sample)
    {
        var (terms, json) = Golden[sample];

        terms.ToJson().Should().Be(json.ReplaceLineEndings(""));
        PaymentTerms.FromJson(json).Should().Be(terms);
    }

    [Fact]
    public void Lines_of_a_type_written_out_are_equal_to_the_type() =>
        PaymentTerms
            .FromJson("""{ "lines": [ { "percent": "30" }, { "remainder": true, "due": [ { "addDays": 14 } ] } ], "roll": "none" }""")
            .Should()
            .Be(PaymentTerms.Mixed(30m, 14));

    [Fact]
    public void A_byte_order_mark_comments_and_null_for_no_cap_are_accepted() =>
        PaymentTerms
            .FromJson("\uFEFF { // agreed in May\n \"lines\": [ { \"noLaterThanDays\": null, \"remainder\": true } ] }")
            .Should()
            .Be(PaymentTerms.Prepay());

    [Fact]
    public void A_set_is_written_and_read_word_for_word()
    {
        var set = PaymentTermsSet.Of(
            new PaymentTermsVersion(new TermsId("договор 7 \"б\""), PaymentTerms.Deferred(30)) { From = new LocalDate(2026, 11, 21) },
            new PaymentTermsVersion(new TermsId("2026-1"), PaymentTerms.Prepay())
            {
                From = new LocalDate(2026, 1, 1),
                To = new LocalDate(2026, 11, 20),
            },
            new PaymentTermsVersion(new TermsId("old"), PaymentTerms.Mixed(12.5m, 7)) { To = new LocalDate(2025, 12, 31) }
        );
        const string Json = """
            {"versions":[{"id":"old","to":"2025-12-31","terms":{"type":"mixed","prepayPercent":"12.5","delayDays":7}},
            {"id":"2026-1","from":"2026-01-01","to":"2026-11-20","terms":{"type":"prepay"}},
            {"id":"договор 7 \"б\"","from":"2026-11-21","terms":{"type":"deferred","delayDays":30}}]}
            """;

        set.ToJson().Should().Be(Json.ReplaceLineEndings(""));
        PaymentTermsSet.FromJson(Json).Versions.Should().Equal(set.Versions);
    }

    [Fact]
    public void A_set_may_be_empty_and_a_period_open()
    {
        PaymentTermsSet.FromJson(PaymentTermsSet.Of().ToJson()).Versions.Should().BeEmpty();
        PaymentTermsSet
            .FromJson("""{"versions":[{"id":" a ","from":null,"to":null,"terms":{"type":"prepay"}}]}""")
            .Versions.Should()
            .Equal(new PaymentTermsVersion(new TermsId("a"), PaymentTerms.Prepay()));
    }

    [Theory]
    [InlineData(20261122)]
    [InlineData(20261123)]
    public void Whatever_terms_there_are_come_back_equal(int seed)
    {
        var random = new RandomTerms(seed);
        for (var run = 0; run < 2_000; run++)
        {
            var currency = RandomTerms.Currencies[run % RandomTerms.Currencies.Length];
            var drawn = random.Terms(random.Total(currency));
            var terms = PaymentTerms
                .FromLines(
                    drawn.Lines.Select(line =>
                        line with
                        {
                            NoLaterThanDays = random.Cap(),
                            BaseDate = (TermsBaseDate)(run % 3),
                            Share =
                                line.Share.Kind == PaymentShareKind.Fixed && run % 2 == 0
                                    ? PaymentShare.Fixed(new Money(line.Share.Value, currency))
                                    : line.Share,
                        }
                    )
                )
                .WithRoll(random.Roll());
            var set = PaymentTermsSet.Of(
                new PaymentTermsVersion(new TermsId("1"), terms) { To = random.Date() },
                new PaymentTermsVersion(new TermsId("2"), drawn) { From = new LocalDate(2026, 1, 1) }
            );

            var json = set.ToJson();
            PaymentTermsSet
                .FromJson(json)
                .Versions.SequenceEqual(set.Versions)
                .Should()
                .BeTrue($"seed {seed}, run {run}: {json} was written for {terms}");
        }
    }

    [Fact]
    public void The_smallest_and_the_largest_numbers_come_back_digit_for_digit()
    {
        var terms = PaymentTerms.FromLines(
            Percent(0.0000000000000000000000000001m),
            Fixed(decimal.MaxValue),
            Percent(99.9999999999999999999999999m, DueRule.OnBaseDate.AddDays(int.MinValue).AddMonths(int.MaxValue))
        );

        PaymentTerms.FromJson(terms.ToJson()).Should().Be(terms);
    }

    [Theory]
    [InlineData("", "terms: not valid JSON:*")]
    [InlineData("{", "terms: not valid JSON:*")]
    [InlineData("\ud800", "terms: not valid JSON:*")]
    [InlineData("""{"type":"prepay","type":"prepay"}""", "terms: not valid JSON:*type*")]
    [InlineData("[]", "terms is []; give an object with type*")]
    [InlineData("null", "terms is null; give an object with type*")]
    [InlineData("{}", "terms is {}; give either a type or lines.")]
    [InlineData("""{"type":"prepay","lines":[]}""", "terms is *; give either a type or lines.")]
    [InlineData("""{"Type":"prepay"}""", "terms has no property 'Type'; it may have type, prepayPercent, delayDays, lines, roll.")]
    [InlineData("""{"type":"credit"}""", "terms.type is \"credit\"; give one of \"prepay\", \"deferred\", \"mixed\".")]
    [InlineData("""{"type":"\ud800"}""", "terms.type is \"\\ud800\"; give a text without half of a surrogate pair.")]
    [InlineData("""{"\ud800":"prepay"}""", "terms: not valid JSON:*")]
    [InlineData("""{"type":"prepay","delayDays":1}""", "terms is *; give neither delayDays nor prepayPercent with prepay*")]
    [InlineData("""{"type":"deferred"}""", "terms is *; give*delayDays alone with deferred*")]
    [InlineData("""{"type":"mixed","delayDays":1}""", "terms is *; give*both with mixed.")]
    [InlineData("""{"type":"deferred","delayDays":0}""", "terms: A deferral of 0 days*")]
    [InlineData("""{"type":"deferred","delayDays":"30"}""", "terms.delayDays is \"30\"; give a whole number.")]
    [InlineData("""{"type":"deferred","delayDays":1.5}""", "terms.delayDays is 1.5; give a whole number.")]
    [InlineData("""{"type":"deferred","delayDays":3000000000}""", "terms.delayDays is 3000000000; give a whole number.")]
    [InlineData("""{"type":"mixed","prepayPercent":30,"delayDays":1}""", "terms.prepayPercent is 30; give a decimal number*as a string*")]
    [InlineData("""{"type":"mixed","prepayPercent":"100","delayDays":1}""", "terms: A prepayment of 100 percent*")]
    [InlineData("""{"type":"prepay","roll":"Following"}""", "terms.roll is \"Following\"; give one of \"none\", \"following\"*")]
    [InlineData("""{"lines":[]}""", "terms: The terms have no line*")]
    [InlineData("""{"lines":{}}""", "terms.lines is {}; give an array.")]
    [InlineData("""{"lines":[{"remainder":true}],"delayDays":1}""", "terms is *; give prepayPercent and delayDays with a type only*")]
    [InlineData("""{"lines":[1]}""", "terms.lines[0] is 1; give an object with percent*")]
    [InlineData("""{"lines":[{"percent":"30"},{"share":"1"}]}""", "terms.lines[1] has no property 'share'*")]
    [InlineData("""{"lines":[{}]}""", "terms.lines[0] is {}; give one of percent, fixed and remainder.")]
    [InlineData("""{"lines":[{"percent":"1","fixed":"1"}]}""", "terms.lines[0] is *; give one of percent, fixed and remainder.")]
    [InlineData("""{"lines":[{"percent":"101"}]}""", "terms.lines[0].percent: A share of 101 percent*")]
    [InlineData("""{"lines":[{"percent":"1,5"}]}""", "terms.lines[0].percent is \"1,5\"; give a decimal number with a dot*")]
    [InlineData("""{"lines":[{"percent":"\ud800"}]}""", "terms.lines[0].percent is *surrogate*")]
    [InlineData("""{"lines":[{"percent":"0.33333333333333333333333333333"}]}""", "terms.lines[0].percent is *no more digits*")]
    [InlineData("""{"lines":[{"percent":"1","of":"total"}]}""", "terms.lines[0].of is \"total\"; give one of \"remainder\".")]
    [InlineData("""{"lines":[{"fixed":"1","of":"remainder"}]}""", "terms.lines[0] is *; give of beside a percent only.")]
    [InlineData("""{"lines":[{"fixed":"-1"}]}""", "terms.lines[0].fixed: A fixed share of -1*")]
    [InlineData("""{"lines":[{"fixed":"1.505","currency":"RUB"}]}""", "terms.lines[0].fixed: A fixed share of 1.505 RUB*")]
    [InlineData("""{"lines":[{"fixed":"1","currency":"руб"}]}""", "terms.lines[0].currency is \"руб\"; give a code of ISO 4217*")]
    [InlineData("""{"lines":[{"fixed":"1","currency":null}]}""", "terms.lines[0].currency is null; give a string.")]
    [InlineData("""{"lines":[{"remainder":true,"currency":"RUB"}]}""", "terms.lines[0] is *; give a currency beside a fixed amount only.")]
    [InlineData("""{"lines":[{"remainder":false}]}""", "terms.lines[0].remainder is false; give true, or leave it out.")]
    [InlineData("""{"lines":[{"remainder":true},{"remainder":true}]}""", "terms: Line 1: The remainder*")]
    [InlineData("""{"lines":[{"remainder":true,"from":"delivery"}]}""", "terms.lines[0].from is \"delivery\"; give one of \"order\"*")]
    [InlineData("""{"lines":[{"remainder":true,"kind":"credit"}]}""", "terms.lines[0].kind is \"credit\"; give one of \"prepayment\"*")]
    [InlineData("""{"lines":[{"remainder":true,"noLaterThanDays":"1"}]}""", "terms.lines[0].noLaterThanDays is \"1\"; give a whole*")]
    [InlineData("""{"lines":[{"remainder":true,"due":null}]}""", "terms.lines[0].due is null; give an array.")]
    [InlineData("""{"lines":[{"remainder":true,"due":[{}]}]}""", "terms.lines[0].due[0] is {}; give an object of one property*")]
    [InlineData("""{"lines":[{"remainder":true,"due":[{"addDays":1,"addWeeks":1}]}]}""", "terms.lines[0].due[0] is *one property*")]
    [InlineData("""{"lines":[{"remainder":true,"due":[{"addYears":1}]}]}""", "terms.lines[0].due[0] is *one property: addDays*")]
    [InlineData("""{"lines":[{"remainder":true,"due":["endOfMonth"]}]}""", "terms.lines[0].due[0] is *one property*")]
    [InlineData("""{"lines":[{"remainder":true,"due":[{"endOfMonth":false}]}]}""", "terms.lines[0].due[0].endOfMonth is false; give true*")]
    [InlineData("""{"lines":[{"remainder":true,"due":[{"addDays":1},{"setDay":32}]}]}""", "terms.lines[0].due[1].setDay: Day 32*")]
    [InlineData(
        """{"lines":[{"remainder":true,"due":[{"nextDay":[]}]}]}""",
        "terms.lines[0].due[0].nextDay: The list of pay days is empty*"
    )]
    [InlineData(
        """{"lines":[{"remainder":true,"due":[{"nextDay":[1,"2"]}]}]}""",
        "terms.lines[0].due[0].nextDay[1] is \"2\"; give a whole*"
    )]
    public void Says_where_the_terms_are_wrong_and_what_to_give(string json, string message) =>
        FluentActions.Invoking(() => PaymentTerms.FromJson(json)).Should().Throw<FormatException>().WithMessage(message);

    [Theory]
    [InlineData("[]", "set is []; give an object with versions.")]
    [InlineData("{}", "set has no 'versions'; it must have one.")]
    [InlineData("""{"versions":[{"terms":{"type":"prepay"}}]}""", "set.versions[0] has no 'id'*")]
    [InlineData("""{"versions":[{"id":"a"}]}""", "set.versions[0] has no 'terms'*")]
    [InlineData("""{"versions":[{"id":" ","terms":{"type":"prepay"}}]}""", "set.versions[0].id is \" \"; give a text that is not blank.")]
    [InlineData("""{"versions":[{"id":7,"terms":{"type":"prepay"}}]}""", "set.versions[0].id is 7; give a string.")]
    [InlineData("""{"versions":[{"id":"a","terms":{"type":"prepay"},"till":null}]}""", "set.versions[0] has no property 'till'*")]
    [InlineData("""{"versions":[{"id":"a","terms":{"type":"x"}}]}""", "set.versions[0].terms.type is \"x\"*")]
    [InlineData(
        """{"versions":[{"id":"a","from":"21.11.2026","terms":{"type":"prepay"}}]}""",
        "set.versions[0].from is \"21.11.2026\"; give a date such as \"2026-11-21\", or leave it out."
    )]
    [InlineData("""{"versions":[{"id":"a","to":"","terms":{"type":"prepay"}}]}""", "set.versions[0].to is \"\"; give a date*")]
    [InlineData(
        """{"versions":[{"id":"a","terms":{"type":"prepay"}},{"id":"b","terms":{"type":"prepay"}}]}""",
        "set: The terms a (always) and b (always) are both in force*"
    )]
    public void Says_where_a_set_is_wrong_and_what_to_give(string json, string message) =>
        FluentActions.Invoking(() => PaymentTermsSet.FromJson(json)).Should().Throw<FormatException>().WithMessage(message);
}
