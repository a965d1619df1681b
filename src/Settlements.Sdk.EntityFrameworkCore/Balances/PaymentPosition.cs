using System.Buffers.Text;
using System.Text;
using NodaTime.Text;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>Where a page of the history ended: the last payment's day and key.</summary>
/// <param name="Day">ISO text, empty without a day.</param>
/// <param name="Key">The <see cref="PaymentKey"/>.</param>
internal sealed record PaymentPosition(string Day, string Key)
{
    private const char Separator = '/';

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="FormatException">The text is no position.</exception>
    public static PaymentPosition Parse(string text)
    {
        if (Base64Url.IsValid(text))
        {
            var (day, key) = Split(Base64Url.DecodeFromChars(text));
            if (key is not null && (day.Length == 0 || LocalDatePattern.Iso.Parse(day).Success))
                return new PaymentPosition(day, key);
        }

        throw new FormatException($"'{text}' is no position in a history: pass the Next of the page before, or null for the first page.");
    }

    public override string ToString() => Base64Url.EncodeToString(Utf8.GetBytes(Day + Separator + Key));

    private static (string Day, string? Key) Split(byte[] bytes)
    {
        try
        {
            var text = Utf8.GetString(bytes);
            var end = text.IndexOf(Separator, StringComparison.Ordinal);
            return end < 0 ? (text, null) : (text[..end], text[(end + 1)..]);
        }
        catch (DecoderFallbackException)
        {
            return ("", null);
        }
    }
}
