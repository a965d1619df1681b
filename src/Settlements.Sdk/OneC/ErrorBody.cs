using System.Text;

namespace Settlements.OneC;

/// <summary>A body that is no balance: who speaks in it, and what is said.</summary>
/// <param name="Kind">Who speaks.</param>
/// <param name="Words">What is said, as it stands there; not yet fit for a message.</param>
/// <param name="Reason">The HTTP status that the platform names inside the body; null when it names none.</param>
internal sealed record ErrorBody(ErrorBodyKind Kind, string Words, int? Reason = null)
{
    // What says why an answer is refused stands at its beginning.
    private const int Longest = 16 * 1024;

    /// <param name="utf8">The body, decoded.</param>
    internal static ErrorBody Of(ReadOnlyMemory<byte> utf8)
    {
        var text = utf8.Span.Trim(" \t\r\n\0"u8);
        if (text.IsEmpty)
            return new(ErrorBodyKind.Empty, "");

        var head = Head(text);
        var body =
            text[0] == '<' ? MarkupErrors.Find(head)
            : (JsonErrors.Find(utf8) ?? QuotedErrors.Find(head)) is { } found ? found
            : text[0] is (byte)'{' or (byte)'[' or (byte)'"' ? new ErrorBody(ErrorBodyKind.Json, SaidIn(head))
            : new ErrorBody(ErrorBodyKind.Text, head);
        if (body.Words.Length > Longest)
            body = body with { Words = body.Words[..Longest] };

        if (body.Kind is not (ErrorBodyKind.ServiceError or ErrorBodyKind.Error) && ServiceWords.HasModulePath(body.Words))
            return body with { Kind = ErrorBodyKind.HandlerException };
        return body.Kind == ErrorBodyKind.Text && PlatformTexts.NamesApplicationError(body.Words)
            ? body with
            {
                Kind = ErrorBodyKind.PlatformException,
            }
            : body;
    }

    // Broken JSON may hold figures, which have no place in a message, unless the platform or a failed handler speaks in it.
    private static string SaidIn(string head) => ServiceWords.HasModulePath(head) || PlatformTexts.Find(head) is not null ? head : "";

    private static string Head(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text[..Math.Min(text.Length, Longest)]);
}
