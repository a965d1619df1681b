using System.Collections.Immutable;
using System.Text;
using Settlements.Testing.OneC;

namespace Settlements.Testing;

/// <summary>What the emulated 1C server is about to send. Immutable; a fault of one's own makes another with <c>with</c>.</summary>
public sealed record OneCAnswer
{
    /// <summary>The HTTP status; 200 by default.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The <c>Content-Type</c> header; null sends none.</summary>
    public string? ContentType { get; init; }

    /// <summary>All other headers; <c>Content-Length</c> is added by itself.</summary>
    public ImmutableDictionary<string, string> Headers { get; init; } =
        ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The body as it goes over the wire.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The body read as UTF-8, without a byte order mark.</summary>
    public string Text
    {
        get
        {
            var body = Body.Span;
            return Encoding.UTF8.GetString(body.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body);
        }
    }

    internal Delivery Delivery { get; init; } = Delivery.Whole;

    /// <summary>This answer with a header added or replaced.</summary>
    public OneCAnswer WithHeader(string name, string value) => this with { Headers = Headers.SetItem(name, value) };

    /// <summary>This answer with a text as its body, in UTF-8; a byte order mark stays if there was one.</summary>
    public OneCAnswer WithText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var preamble = Body.Span.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.GetPreamble() : [];
        return this with { Body = (byte[])[.. preamble, .. Encoding.UTF8.GetBytes(text)] };
    }
}
