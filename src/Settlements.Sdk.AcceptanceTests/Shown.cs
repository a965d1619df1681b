using System.Collections;
using System.Text;

namespace Settlements.AcceptanceTests;

/// <summary>Values as the message of a failed fact shows them: blanks and signs that one does not see are written out.</summary>
internal static class Shown
{
    private const int Most = 20;

    public static string Text(object? value) =>
        value switch
        {
            null => "null",
            string text => Quoted(text),
            IEnumerable list => List([.. list.Cast<object?>()]),
            IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    private static string List(object?[] items)
    {
        var shown = items.Take(Most).Select(Text).ToList();
        if (items.Length > Most)
            shown.Add("...");
        return $"{items.Length} items [{string.Join(", ", shown)}]";
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            if (char.IsControl(letter) || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.NonSpacingMark)
                quoted.Append("\\u").Append(((int)letter).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            else
                quoted.Append(letter);
        }

        return quoted.Append('"').ToString();
    }
}
