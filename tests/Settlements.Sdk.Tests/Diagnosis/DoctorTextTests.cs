using System.Globalization;
using Settlements.Diagnosis;
using Settlements.Tests.Conventions;

namespace Settlements.Tests.Diagnosis;

/// <summary>Each finding says what it means and what to do, in both languages, and stands in the documentation.</summary>
public sealed class DoctorTextTests
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    public static TheoryData<DoctorCode> Codes => [.. Enum.GetValues<DoctorCode>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Says_what_it_means_and_what_to_do(DoctorCode code)
    {
        foreach (var area in Enum.GetValues<DoctorArea>())
        {
            var finding = Finding(area, code, DoctorSeverity.Of(code));
            finding.Meaning(English).Should().NotBeEmpty().And.NotMatchRegex(@"\{\d|\p{IsCyrillic}");
            finding.Meaning(Russian).Should().MatchRegex(@"\p{IsCyrillic}").And.NotMatchRegex(@"\{\d");
            if (finding.Result == DoctorResult.Ok)
                finding.Fix(English).Should().BeNull("nothing is to be done");
            else
            {
                finding.Fix(English)!.Replace("ИНН", "", StringComparison.Ordinal).Should().NotMatchRegex(@"\{\d|\p{IsCyrillic}");
                finding.Fix(Russian).Should().MatchRegex(@"\p{IsCyrillic}").And.NotMatchRegex(@"\{\d");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Stands_in_the_documentation_with_its_severity(DoctorCode code)
    {
        var page = File.ReadAllText(Repository.Path("docs/doctor.md"));
        var name = DoctorJson.Name(code);

        page.Should().MatchRegex($@"(?m)^\| `{name}`.*\| {DoctorJson.Name(DoctorSeverity.Of(code))} \|");
    }

    [Fact]
    public void What_was_skipped_says_so_and_asks_for_nothing()
    {
        var finding = Finding(DoctorArea.OneC, DoctorCode.Login, DoctorResult.Skipped);

        finding.Meaning(English).Should().Be("Not checked. Nobody knows whether it is well.");
        finding.Fix(English).Should().BeNull();
    }

    [Fact]
    public void Texts_name_the_server_and_the_option_of_their_area()
    {
        Finding(DoctorArea.OneC, DoctorCode.NameUnknown, DoctorResult.Failure).Fix(English).Should().Contain("OneCOptions.BaseUrl");
        Finding(DoctorArea.BillManager, DoctorCode.NameUnknown, DoctorResult.Failure)
            .Fix(Russian)
            .Should()
            .Contain("BillManagerOptions.Endpoint");
        Finding(DoctorArea.BillManager, DoctorCode.LoginRefused, DoctorResult.Failure).Meaning(English).Should().StartWith("BILLmanager ");
        Finding(DoctorArea.BillManager, DoctorCode.ServiceBusy, DoctorResult.Failure).Fix(English).Should().NotContain("poolSize");
    }

    [Theory]
    [InlineData(DoctorResult.Ok, new DoctorResult[0])]
    [InlineData(DoctorResult.Skipped, new[] { DoctorResult.Ok, DoctorResult.Skipped })]
    [InlineData(DoctorResult.Warning, new[] { DoctorResult.Warning, DoctorResult.Skipped, DoctorResult.Ok })]
    [InlineData(DoctorResult.Failure, new[] { DoctorResult.Failure, DoctorResult.Warning })]
    public void A_report_is_as_bad_as_its_worst_line(DoctorResult worst, DoctorResult[] results) =>
        new DoctorReport(default, [.. results.Select(result => Finding(DoctorArea.OneC, DoctorCode.Clock, result))])
            .Result.Should()
            .Be(worst);

    private static DoctorFinding Finding(DoctorArea area, DoctorCode code, DoctorResult result) =>
        new()
        {
            Area = area,
            Code = code,
            Result = result,
            Subject = "it",
            Seen = "something",
        };
}
