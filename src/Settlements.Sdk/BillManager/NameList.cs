namespace Settlements.BillManager;

/// <summary>Names that the panel shows in one text, with commas, semicolons or line ends between them.</summary>
internal static class NameList
{
    /// <summary>Whether a whole name stands in the text. Names may hold commas themselves, so the text is searched rather than split.</summary>
    internal static bool? Contains(string? text, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (text is null)
            return null;

        var wanted = name.Trim();
        for (var at = 0; (at = text.IndexOf(wanted, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (
                IsBoundary(text.AsSpan(0, at).TrimEnd(' '), last: true)
                && IsBoundary(text.AsSpan(at + wanted.Length).TrimStart(' '), last: false)
            )
                return true;
        }
        return false;
    }

    private static bool IsBoundary(ReadOnlySpan<char> rest, bool last) =>
        rest.IsEmpty || (last ? rest[^1] : rest[0]) is ',' or ';' or '\n' or '\r';
}
