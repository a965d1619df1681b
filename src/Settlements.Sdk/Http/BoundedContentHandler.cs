using System.Buffers;

namespace Settlements.Http;

/// <summary>Reads every body whole, up to a limit counted after unpacking, so that the handlers above see finished answers.</summary>
/// <remarks>A successful answer above the limit is an error; of an unsuccessful one the beginning is kept, which says what went wrong.</remarks>
internal sealed class BoundedContentHandler(int maxBytes) : DelegatingHandler
{
    private const int FirstBuffer = 16 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            var original = response.Content;
            response.Content = await ReadAsync(original, response.IsSuccessStatusCode, cancellationToken).ConfigureAwait(false);
            original.Dispose();
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<BufferedContent> ReadAsync(HttpContent content, bool mustBeWhole, CancellationToken cancellationToken)
    {
        var announced = content.Headers.ContentLength;
        if (announced > maxBytes && mustBeWhole)
            throw new ResponseTooLargeException(maxBytes);

        // One byte of room above the end shows that there is no more.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(announced + 1 ?? FirstBuffer, 1, maxBytes + 1L));
        try
        {
            var length = 0;
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                while (length <= maxBytes)
                {
                    if (length == buffer.Length)
                        buffer = Grow(buffer, (int)Math.Min(length * 2L, maxBytes + 1L));
                    var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                    if (read == 0)
                        return new BufferedContent(buffer, length, content);
                    length += read;
                }
            }

            return mustBeWhole ? throw new ResponseTooLargeException(maxBytes) : new BufferedContent(buffer, maxBytes, content);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    private static byte[] Grow(byte[] full, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(length);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
