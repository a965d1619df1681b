using System.Text.RegularExpressions;

namespace Settlements.OneC;

/// <summary>Errors in what looks like JSON and is none: <c>{'error':'%D0%9E...'}</c>.</summary>
internal static partial class QuotedErrors
{
    /// <summary>Null when the text is nothing of the kind.</summary>
    internal static ErrorBody? Find(string text)
    {
        var pairs = Quoted().Matches(text);
        var error = pairs.FirstOrDefault(pair => KeyTable.IsError(Key(pair)) && Says(pair));
        var denied = pairs.Any(pair => KeyTable.IsSuccess(Key(pair)) && FlagText.TryParse(Value(pair), out var flag) && !flag);
        return error is not null || denied ? new ErrorBody(ErrorBodyKind.ServiceError, error is null ? "" : Value(error)) : null;
    }

    private static bool Says(Match pair) => FlagText.TryParse(Value(pair), out var flag) ? flag : Value(pair).Trim().Length > 0;

    private static string Key(Match pair) => pair.Groups["key"].Value;

    private static string Value(Match pair) => Uri.UnescapeDataString(pair.Groups["text"].Value + pair.Groups["bare"].Value);

    [GeneratedRegex(
        @"'(?<key>[^'\r\n]{1,40})'\s*:\s*(?:'(?<text>[^']*)'|(?<bare>true|false|[0-9]+))",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Quoted();
}
