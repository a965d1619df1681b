using System.Text.Json;

namespace Settlements.OneC;

/// <summary>One object of a directory's answer. No message shows a value of it: it may be a person's.</summary>
/// <param name="Element">The object.</param>
/// <param name="Place">What stands before its keys in messages.</param>
internal readonly record struct DirectoryRow(JsonElement Element, string Place)
{
    /// <summary>The value under one of several keys; null when none of them stands there.</summary>
    /// <param name="keys">The keys; dots lead into objects.</param>
    /// <param name="path">The key that was found, with its place; empty when none was.</param>
    /// <exception cref="UnreadableAnswerException">Two of the keys stand there.</exception>
    internal JsonElement? Find(IReadOnlyList<string> keys, out string path)
    {
        JsonElement? found = null;
        path = "";
        foreach (var key in keys)
        {
            if (Descend(Element, key) is not { } value)
                continue;
            if (found is not null)
                throw UnreadableAnswerException.Field(
                    Place + key,
                    "stands beside another of its keys, and nobody can tell which of the two holds."
                );
            (found, path) = (value, Place + key);
        }

        return found;
    }

    /// <summary>A text, or a number as text; null stands for null, for empty text and for a key that is not there.</summary>
    internal string? Text(IReadOnlyList<string> keys, out string path, out bool isNumber)
    {
        var value = Find(keys, out path);
        isNumber = value is { ValueKind: JsonValueKind.Number };
        return value switch
        {
            null or { ValueKind: JsonValueKind.Null } => null,
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            { ValueKind: JsonValueKind.String } text => TextOf(text).Trim() is { Length: > 0 } said ? said : null,
            _ => throw UnreadableAnswerException.Field(path, "must be a text."),
        };
    }

    /// <summary>Yes or no; null stands for null, for empty text and for a key that is not there.</summary>
    internal bool? Flag(IReadOnlyList<string> keys)
    {
        var value = Find(keys, out var path);
        if (value is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag)
            return flag.ValueKind == JsonValueKind.True;
        if (Text(keys, out _, out _) is not { } text)
            return null;
        return FlagText.TryParse(text, out var said) ? said : throw UnreadableAnswerException.Field(path, "must be true or false.");
    }

    internal static string TextOf(JsonElement element)
    {
        try
        {
            return element.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            throw new UnreadableAnswerException("A text of the answer holds half of a surrogate pair (\\ud800 to \\udfff alone).");
        }
    }

    private static JsonElement? Descend(JsonElement element, string key)
    {
        foreach (var segment in key.Split('.'))
        {
            if (element.ValueKind == JsonValueKind.Array && element.GetArrayLength() == 1)
                element = element[0];
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(segment, out element))
                return null;
        }

        return element;
    }
}
