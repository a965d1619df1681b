using System.Text;

namespace Settlements.OneC;

/// <summary>Bodies as UTF-8 without a byte order mark, whatever they were written in and whatever the header says.</summary>
/// <param name="Utf8">The text.</param>
/// <param name="Remark">Something that the people who run the service should know; null when nothing is.</param>
internal readonly record struct BodyText(ReadOnlyMemory<byte> Utf8, string? Remark)
{
    /// <summary>Decodes a body.</summary>
    /// <param name="body">As it came, unpacked.</param>
    /// <param name="contentType">The header as it came, or null. Only a charset of windows-1251 is taken from it, to tell a mistake from an intent.</param>
    /// <exception cref="UnreadableAnswerException">It is UTF-16 and broken.</exception>
    internal static BodyText Of(ReadOnlyMemory<byte> body, string? contentType)
    {
        var bytes = body.Span;
        if (bytes.StartsWith("\uFEFF"u8))
        {
            body = body[3..];
            bytes = bytes[3..];
        }
        else if (Utf16(bytes) is { } utf16)
            return new(Transcode(bytes, utf16), null);

        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return new(body, null);

        var isDeclared = contentType is not null && contentType.Contains("1251", StringComparison.Ordinal);
        return new(
            Transcode(bytes, Windows1251.Encoding),
            isDeclared ? null : "The answer is not UTF-8 and does not say what it is; read as windows-1251."
        );
    }

    private static UnicodeEncoding? Utf16(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xFF, 0xFE, ..] or [(byte)'{' or (byte)'[' or (byte)'"' or (byte)'<', 0, ..] => new UnicodeEncoding(false, true, true),
            [0xFE, 0xFF, ..] or [0, (byte)'{' or (byte)'[' or (byte)'"' or (byte)'<', ..] => new UnicodeEncoding(true, true, true),
            _ => null,
        };

    private static byte[] Transcode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            return Encoding.UTF8.GetBytes(encoding.GetString(bytes).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableAnswerException("The answer is UTF-16 and damaged.");
        }
    }
}
