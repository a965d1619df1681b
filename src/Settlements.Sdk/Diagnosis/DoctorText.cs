using System.Globalization;
using System.Resources;

namespace Settlements.Diagnosis;

/// <summary>What findings mean and what to do about them, in two languages, for the people who run the program.</summary>
internal sealed class DoctorText
{
    private static readonly ResourceManager Resources = new(typeof(DoctorText));

    private readonly CultureInfo _culture;

    private DoctorText(CultureInfo culture) => _culture = Language.Of(culture) == Language.Russian ? culture : CultureInfo.InvariantCulture;

    internal static string Meaning(DoctorFinding finding, CultureInfo culture)
    {
        var text = new DoctorText(culture);
        return finding.Result == DoctorResult.Skipped
            ? text.Required("Skipped")
            : text.Find(finding, nameof(Meaning)) ?? throw new MissingManifestResourceException($"{finding.Code} has no meaning.");
    }

    internal static string? Fix(DoctorFinding finding, CultureInfo culture) =>
        finding.Result is DoctorResult.Ok or DoctorResult.Skipped ? null : new DoctorText(culture).Find(finding, nameof(Fix));

    /// <summary>A text of the area itself goes before the one that both share.</summary>
    private string? Find(DoctorFinding finding, string kind)
    {
        var area = finding.Area.ToString();
        var text =
            Resources.GetString($"{area}.{finding.Code}.{kind}", _culture) ?? Resources.GetString($"{finding.Code}.{kind}", _culture);
        return text is null
            ? null
            : string.Format(CultureInfo.InvariantCulture, text, Required($"{area}.Server"), Required($"{area}.Address"));
    }

    private string Required(string key) =>
        Resources.GetString(key, _culture) ?? throw new MissingManifestResourceException($"The text '{key}' is missing.");
}
