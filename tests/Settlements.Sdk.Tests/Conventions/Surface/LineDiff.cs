namespace Settlements.Tests.Conventions.Surface;

/// <summary>Which lines went and which came, each under the type it stands in.</summary>
internal static class LineDiff
{
    public static string Between(string before, string after)
    {
        var (old, @new) = (Places(before), Places(after));
        var gone = old.Except(@new, StringComparer.Ordinal).Select(place => $"- {place}");
        var come = @new.Except(old, StringComparer.Ordinal).Select(place => $"+ {place}");
        return string.Join('\n', gone.Concat(come).OrderBy(line => line[2..], StringComparer.Ordinal));
    }

    /// <summary>Each line with the namespace and type above it, so that equal lines of two types stay apart.</summary>
    private static List<string> Places(string text)
    {
        var places = new List<string>();
        var (@namespace, type) = ("", "");
        foreach (var line in text.Split('\n').Where(line => line.Trim().Length > 0))
        {
            if (line[0] != ' ')
                (@namespace, type) = (line, "");
            else if (!line.StartsWith("    ", StringComparison.Ordinal))
                type = line.Trim();
            places.Add($"{@namespace} | {type} | {line.Trim()}");
        }

        return places;
    }
}
