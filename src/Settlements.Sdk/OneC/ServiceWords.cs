using System.Text;
using System.Text.RegularExpressions;
using Settlements.Http;

namespace Settlements.OneC;

/// <summary>The service's own words, made fit for a message: what was said, without where in its code, on which disk and with which key.</summary>
internal static partial class ServiceWords
{
    private const int Longest = 300;

    /// <summary>A place in the code of an infobase: <c>{HTTPСервис.X.Модуль(109)}:</c>.</summary>
    internal static bool HasModulePath(string words) => ModulePath().IsMatch(words);

    internal static string Clean(string words, SecretRedactor redactor)
    {
        var said = new List<string>();
        foreach (var line in words.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // Lines that begin with a tab quote the source code.
            if (line[0] == '\t' || line.Contains(".dll", StringComparison.OrdinalIgnoreCase))
                continue;
            var text = Spaces().Replace(ModulePath().Replace(Decoded(line.Trim()), ""), " ").Trim();
            if (text.Length > 0 && !IsFrame(text) && !said.Contains(text, StringComparer.Ordinal))
                said.Add(text);
        }

        var clean = Places().Replace(redactor.Redact(string.Join("; ", said)), "...");
        return clean.Length > Longest ? string.Concat(clean.AsSpan(0, Longest), "...") : clean;
    }

    private static bool IsFrame(string line) =>
        line is "по причине:" or "by reason:" or "з причини:"
        || line.StartsWith("HTTP: ", StringComparison.Ordinal)
        || line.StartsWith("Ошибка при выполнении запроса ", StringComparison.Ordinal);

    // A text with a character that XML forbids is sent as base64.
    private static string Decoded(string line)
    {
        if (line.Length < 24 || !Base64().IsMatch(line))
            return line;
        Span<byte> bytes = new byte[line.Length];
        return Convert.TryFromBase64String(line, bytes, out var length) && System.Text.Unicode.Utf8.IsValid(bytes[..length])
            ? Encoding.UTF8.GetString(bytes[..length])
            : "";
    }

    [GeneratedRegex(
        @"\{[^{}""'\r\n]{0,200}\([0-9]+(?:,\s*[0-9]+)?\)\}\s*:?",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ModulePath();

    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^[A-Za-z0-9+/]+={0,2}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Base64();

    // Addresses, paths of Windows and of Unix, query strings.
    [GeneratedRegex(
        @"[a-z][a-z0-9+.-]*://[^\s'""<>]+|(?:[A-Za-z]:\\|\\\\)[^\s'""<>;]+|(?<![\w/])/(?:[\w.$%@+-]+/)+[^\s'""<>;:]*|[?&][\w%.-]+=[^\s'""<>;]*",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Places();
}
