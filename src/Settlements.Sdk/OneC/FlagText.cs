namespace Settlements.OneC;

/// <summary>Yes and no in the words of 1C's locales.</summary>
internal static class FlagText
{
    private static readonly string[] Yes = ["true", "да", "истина", "yes", "1", "так"];
    private static readonly string[] No = ["false", "нет", "ложь", "no", "0", "ні"];

    internal static bool TryParse(string text, out bool value)
    {
        var word = text.Trim();
        value = Yes.Contains(word, StringComparer.OrdinalIgnoreCase);
        return value || No.Contains(word, StringComparer.OrdinalIgnoreCase);
    }
}
