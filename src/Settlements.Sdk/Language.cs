using System.Globalization;
using NodaTime.Text;

namespace Settlements;

/// <summary>The two languages in which this library speaks to people: their plural forms and formats of numbers and dates.</summary>
/// <remarks>Formats are written out here, so that a text is the same whatever globalization data a machine has.</remarks>
internal sealed class Language
{
    private readonly Func<long, string> _pluralForm;

    private Language(string name, NumberFormatInfo numbers, string dates, Func<long, string> pluralForm)
    {
        Name = name;
        Numbers = numbers;
        Dates = LocalDatePattern.CreateWithInvariantCulture(dates);
        _pluralForm = pluralForm;
    }

    internal static Language English { get; } = new("en", Separators(",", "."), "d MMMM uuuu", count => count is 1 ? "One" : "Many");

    internal static Language Russian { get; } = new("ru", Separators("\u00A0", ","), "dd.MM.uuuu", RussianForm);

    internal string Name { get; }

    internal NumberFormatInfo Numbers { get; }

    /// <summary>24 November 2026; 24.11.2026.</summary>
    internal LocalDatePattern Dates { get; }

    internal static Language Of(CultureInfo culture) => culture.TwoLetterISOLanguageName == "ru" ? Russian : English;

    /// <summary><c>One</c>, <c>Few</c> or <c>Many</c>, by CLDR's rules for whole numbers: 1 день, 2 дня, 5 дней, 21 день.</summary>
    internal string PluralForm(long count) => _pluralForm(count);

    private static string RussianForm(long count) =>
        (count % 10, count % 100) switch
        {
            (1, not 11) => "One",
            (>= 2 and <= 4, < 12 or > 14) => "Few",
            _ => "Many",
        };

    private static NumberFormatInfo Separators(string group, string point) =>
        NumberFormatInfo.ReadOnly(
            new NumberFormatInfo
            {
                NumberGroupSeparator = group,
                NumberDecimalSeparator = point,
                NegativeSign = "-",
            }
        );
}
