using NodaTime;
using Settlements.Testing;

namespace Settlements.Tests.Testing;

public sealed class OneCValueTests
{
    private static readonly OffsetDateTime Morning = new LocalDateTime(2026, 3, 4, 5, 6, 7).WithOffset(Offset.FromHours(3));

    [Fact]
    public void An_object_has_a_line_for_each_member_no_indent_and_a_space_after_the_colon() =>
        OneCValue
            .Object(("долг", 1m), ("список", OneCValue.Array(OneCValue.Object(("а", "б"), ("в", OneCValue.Null)), 2m)), ("да", true))
            .ToJson()
            .Should()
            .Be("{\n\"долг\": 1,\n\"список\": [\n{\n\"а\": \"б\",\n\"в\": null\n},\n2\n],\n\"да\": true\n}");

    [Fact]
    public void Windows_lines_end_with_a_carriage_return_too() =>
        OneCValue.Object(("a", 1m), ("b", false)).ToJson(OneCJsonLayout.WindowsLines).Should().Be("{\r\n\"a\": 1,\r\n\"b\": false\r\n}");

    [Fact]
    public void The_compact_layout_has_no_space_at_all() =>
        OneCValue
            .Object(("a", 1m), ("b", OneCValue.Array(1m, "x")))
            .ToJson(OneCJsonLayout.Compact)
            .Should()
            .Be("{\"a\":1,\"b\":[1,\"x\"]}");

    [Theory]
    [InlineData(OneCJsonLayout.Lines)]
    [InlineData(OneCJsonLayout.Compact)]
    public void Nothing_in_an_object_or_array_leaves_it_on_one_line(OneCJsonLayout layout)
    {
        OneCValue.Object().ToJson(layout).Should().Be("{}");
        OneCValue.Array().ToJson(layout).Should().Be("[]");
    }

    [Theory]
    [InlineData("Счёт №5 — «Ромашка»", "Счёт №5 — «Ромашка»")]
    [InlineData("a/b", "a/b")]
    [InlineData("\"", "\\\"")]
    [InlineData("\\", "\\\\")]
    [InlineData("\n", "\\n")]
    [InlineData("\r", "\\r")]
    [InlineData("\t", "\\u0009")]
    [InlineData("\b", "\\u0008")]
    [InlineData("\f", "\\u000C")]
    [InlineData("\u001F", "\\u001F")]
    [InlineData("\u00A0", "\u00A0")]
    [InlineData("<&>'", "<&>'")]
    public void Text_is_escaped_as_the_platform_does(string text, string json) =>
        OneCValue.String(text).ToJson().Should().Be('"' + json + '"');

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.00", "0")]
    [InlineData("125000.50", "125000.5")]
    [InlineData("-0.10", "-0.1")]
    [InlineData("1000000", "1000000")]
    [InlineData("0.333333333333333333333333333", "0.333333333333333333333333333")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void A_number_has_a_dot_no_groups_and_no_trailing_zeros(string number, string json) =>
        OneCValue.Number(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToJson().Should().Be(json);

    [Theory]
    [InlineData(1000.5, "1\u00A0000,5", "1\u00A0000,5")]
    [InlineData(-1234567.8, "-1\u00A0234\u00A0567,8", "-1\u00A0234\u00A0567,8")]
    [InlineData(0, "0", "")]
    [InlineData(0.05, "0,05", "0,05")]
    public void A_number_as_text_has_groups_of_no_break_spaces_and_a_comma(double number, string asText, string formatted)
    {
        OneCValue.NumberAsText((decimal)number).ToJson().Should().Be($"\"{asText}\"");
        OneCValue.FormattedNumber((decimal)number).ToJson().Should().Be($"\"{formatted}\"");
    }

    [Theory]
    [InlineData(OneCDateForm.Local, "2026-03-04T05:06:07")]
    [InlineData(OneCDateForm.WithOffset, "2026-03-04T05:06:07+03:00")]
    [InlineData(OneCDateForm.Universal, "2026-03-04T02:06:07Z")]
    [InlineData(OneCDateForm.JavaScript, "new Date(1772589967000)")]
    [InlineData(OneCDateForm.Microsoft, "/Date(1772589967000)/")]
    [InlineData(OneCDateForm.Text, "04.03.2026 5:06:07")]
    [InlineData(OneCDateForm.Digits, "20260304050607")]
    public void A_date_takes_every_form_of_the_platform(OneCDateForm form, string text) =>
        OneCValue.Date(Morning, form).ToJson().Should().Be($"\"{text}\"");

    [Fact]
    public void Dates_identifiers_and_empty_values_convert_to_the_usual_forms()
    {
        ((OneCValue)new LocalDate(2026, 3, 4)).ToJson().Should().Be("\"2026-03-04T00:00:00\"");
        ((OneCValue)Morning.LocalDateTime).ToJson().Should().Be("\"2026-03-04T05:06:07\"");
        OneCValue.EmptyDate.ToJson().Should().Be("\"0001-01-01T00:00:00\"");
        ((OneCValue)new Guid("6F2A1C04-93B5-4D1E-8A57-0C1D2E3F4A5B")).ToJson().Should().Be("\"6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b\"");
        OneCValue.YesNo(true).ToJson().Should().Be("\"Да\"");
        OneCValue.YesNo(false).ToJson().Should().Be("\"Нет\"");
        OneCValue.Raw("1e400").ToJson().Should().Be("1e400");
    }

    [Fact]
    public void The_place_of_the_asked_counterparty_cannot_be_written_without_a_request() =>
        OneCValue.AskedCounterparty.Invoking(value => value.ToJson()).Should().Throw<InvalidOperationException>();
}
