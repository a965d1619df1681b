using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Settlements.OneC;

/// <summary>Where in an answer a value stands, put into words only when something is to be said about it.</summary>
internal readonly ref struct ValuePlace(string key, string? list = null, int row = -1)
{
    /// <summary>The service's own key with its path: <c>documents[2].outstanding</c>.</summary>
    internal string Path => list is null ? key : string.Create(CultureInfo.InvariantCulture, $"{list}[{row}].{key}");

    internal UnreadableAnswerException Error(string problem, string? value = null) =>
        UnreadableAnswerException.Field(Path, problem, value is null ? null : JsonText.Shortened(value));

    internal UnreadableAnswerException Unreadable(ReadOnlySpan<byte> value, string problem)
    {
        var text = Encoding.UTF8.GetString(value);
        return Error($"{JsonText.Shortened(text)} {problem}", text);
    }

    internal UnreadableAnswerException Wrong(JsonTokenType found, string wanted) => Error($"is {Name(found)} where {wanted} must stand.");

    /// <summary>Marks a meaning as seen.</summary>
    /// <exception cref="UnreadableAnswerException">It was seen before, under this key or another.</exception>
    internal void Once(ref ulong seen, BalanceKey meaning)
    {
        var bit = 1UL << (int)meaning;
        if ((seen & bit) != 0)
            throw Error("stands a second time, perhaps under another of its keys, and nobody can tell which of the two holds.");
        seen |= bit;
    }

    private static string Name(JsonTokenType token) =>
        token switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            JsonTokenType.Number => "a number",
            JsonTokenType.String => "a text",
            JsonTokenType.Null => "null",
            _ => "true or false",
        };
}
