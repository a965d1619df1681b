using System.IO.Enumeration;

namespace Settlements.Testing.BillManager;

/// <summary>How filter values are compared.</summary>
internal static class FilterText
{
    /// <summary>A whole text, or a pattern with <c>*</c>; case does not matter.</summary>
    internal static bool Like(string text, string pattern) =>
        pattern.Contains('*', StringComparison.Ordinal)
            ? FileSystemName.MatchesSimpleExpression(pattern, text)
            : text.Equals(pattern.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>One of several numbers with commas between them.</summary>
    internal static bool OneOf(long? value, string list) =>
        value is { } known && list.Split(',', StringSplitOptions.TrimEntries).Contains(PanelFormats.Id(known), StringComparer.Ordinal);
}
