using System.Buffers;
using System.Net;

namespace Settlements.Http;

/// <summary>A body that was read whole into a rented buffer, which goes back when the response is disposed.</summary>
internal sealed class BufferedContent : HttpContent
{
    private readonly int _length;
    private byte[]? _buffer;

    internal BufferedContent(byte[] rented, int length, HttpContent original)
    {
        _buffer = rented;
        _length = length;
        foreach (var header in original.Headers.NonValidated)
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        // It would speak of the bytes before unpacking.
        Headers.ContentLength = length;
    }

    /// <summary>The body; valid until the response is disposed.</summary>
    internal ReadOnlyMemory<byte> Bytes => (_buffer ?? throw new ObjectDisposedException(nameof(BufferedContent))).AsMemory(0, _length);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        stream.WriteAsync(Bytes, CancellationToken.None).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _buffer, null) is { } rented)
            ArrayPool<byte>.Shared.Return(rented);
        base.Dispose(disposing);
    }
}
