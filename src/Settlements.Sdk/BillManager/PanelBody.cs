namespace Settlements.BillManager;

/// <summary>Tells by the first bytes what came instead of XML, since the panel's word for its content type is not relied on.</summary>
internal static class PanelBody
{
    /// <exception cref="PanelFormatException">The body is empty, HTML, JSON or something else that XML never begins with.</exception>
    internal static void EnsureXml(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("\uFEFF"u8))
            body = body[3..];
        body = body.TrimStart(" \t\r\n"u8);

        if (body.IsEmpty)
            throw new PanelFormatException("it is empty");
        if (
            StartsWith(body, "<!doctype html"u8)
            || StartsWith(body, "<html"u8)
            || StartsWith(body, "<head"u8)
            || StartsWith(body, "<body"u8)
        )
            throw new PanelFormatException("it is HTML", BillManagerProblem.HtmlPage);
        if (body[0] is (byte)'{' or (byte)'[')
            throw new PanelFormatException("it is JSON although XML was asked for");
        if (body[0] != (byte)'<')
            throw new PanelFormatException("it is text, not XML");
    }

    private static bool StartsWith(ReadOnlySpan<byte> body, ReadOnlySpan<byte> lower)
    {
        if (body.Length < lower.Length)
            return false;
        for (var i = 0; i < lower.Length; i++)
        {
            if ((body[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(body[i] | 0x20) : body[i]) != lower[i])
                return false;
        }
        return true;
    }
}
