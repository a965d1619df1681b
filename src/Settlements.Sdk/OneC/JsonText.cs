using System.Text.Json;

namespace Settlements.OneC;

/// <summary>Text of JSON strings.</summary>
internal static class JsonText
{
    private const int Quoted = 40;

    /// <exception cref="UnreadableAnswerException">The text is half a surrogate pair.</exception>
    internal static string Of(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            throw new UnreadableAnswerException("A text of the answer holds half of a surrogate pair (\\ud800 to \\udfff alone).");
        }
    }

    /// <summary>A text from outside made fit to stand in a message.</summary>
    internal static string Shortened(string text)
    {
        var shown = text.Length > Quoted ? string.Concat(text.AsSpan(0, Quoted), "...") : text;
        return string.Create(
            shown.Length,
            shown,
            static (target, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                    target[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        );
    }
}
