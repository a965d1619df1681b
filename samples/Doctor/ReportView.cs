using System.Globalization;
using Settlements.Diagnosis;

namespace Doctor;

/// <summary>A line for each finding, and below it what it means and what to do where there is something to do.</summary>
internal static class ReportView
{
    private const string Indent = "           ";

    private static readonly bool HasColours =
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public static void Show(DoctorReport report, CultureInfo culture)
    {
        var isRussian = culture.TwoLetterISOLanguageName == "ru";
        foreach (var group in report.Findings.GroupBy(finding => (finding.Area, finding.Name)))
        {
            var server = group.Key.Area == DoctorArea.OneC ? "1C" : "BILLmanager";
            Console.WriteLine(group.Key.Name.Length == 0 ? server : $"{server} '{group.Key.Name}'");
            foreach (var finding in group)
                Show(finding, culture, isRussian);
        }

        var counts = report.Findings.CountBy(finding => finding.Result).ToDictionary();
        Console.WriteLine(
            string.Join(
                ", ",
                Enum.GetValues<DoctorResult>()
                    .Select(result => $"{counts.GetValueOrDefault(result).ToString(culture)} {Word(result, isRussian)}")
            )
        );
    }

    private static void Show(DoctorFinding finding, CultureInfo culture, bool isRussian)
    {
        var word = Word(finding.Result, isRussian).PadRight(Indent.Length - 2);
        Console.WriteLine($"  {Coloured(word, finding.Result)}{finding.Id}  {finding.Subject}: {finding.Seen}");
        if (finding.Fix(culture) is not { } fix)
            return;
        Console.WriteLine($"{Indent}{finding.Meaning(culture)}");
        Console.WriteLine($"{Indent}{(isRussian ? "Что делать" : "Fix")}: {fix}");
    }

    private static string Word(DoctorResult result, bool isRussian) =>
        (result, isRussian) switch
        {
            (DoctorResult.Ok, _) => "ok",
            (DoctorResult.Skipped, false) => "skipped",
            (DoctorResult.Skipped, true) => "пропуск",
            (DoctorResult.Warning, false) => "warning",
            (DoctorResult.Warning, true) => "внимание",
            (_, false) => "failure",
            (_, true) => "ошибка",
        };

    private static string Coloured(string word, DoctorResult result)
    {
        if (!HasColours)
            return word;
        var colour = result switch
        {
            DoctorResult.Ok => 32,
            DoctorResult.Skipped => 90,
            DoctorResult.Warning => 33,
            _ => 31,
        };
        return FormattableString.Invariant($"\u001b[{colour}m{word}\u001b[0m");
    }
}
