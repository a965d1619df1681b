using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Settlements.OneC;

/// <summary>A file as UTF-8 without a byte order mark, whatever it was written in, piece by piece.</summary>
/// <remarks>Where nothing says what it is, plain ASCII passes until the first letters outside of it decide: words of windows-1251 are no UTF-8.</remarks>
internal sealed class Utf8Input(Stream source, OneCFileEncoding declared) : IDisposable
{
    private const int Room = 64 * 1024;
    private const int Piece = 8 * 1024;

    // No word is so long; one that goes on is judged by what is there of it.
    private const int LongestWord = 512;

    private byte[] _raw = ArrayPool<byte>.Shared.Rent(Room);
    private int _start;
    private int _end;
    private bool _isAtEnd;
    private bool _hasBegun;
    private bool _isUtf8 = declared == OneCFileEncoding.Utf8;
    private Decoder? _decoder;
    private Encoder? _encoder;
    private char[] _chars = [];

    /// <summary>Reads on; zero at the end.</summary>
    /// <param name="target">At least a few letters long.</param>
    /// <param name="cancellationToken">Cancels.</param>
    internal async ValueTask<int> ReadAsync(Memory<byte> target, CancellationToken cancellationToken)
    {
        if (!_hasBegun)
            await BeginAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            if (_start == _end && !_isAtEnd)
                await FillAsync(cancellationToken).ConfigureAwait(false);
            if (_decoder is not null)
            {
                var isFlushed = _start == _end && _isAtEnd;
                if (Transcode(target.Span) is > 0 and var written)
                    return written;
                if (isFlushed)
                    return 0;
                continue;
            }

            if (_start == _end)
                return 0;
            if (PlainLength() is > 0 and var plain)
                return Copy(target.Span, plain);
            await DecideAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_raw);
        ArrayPool<char>.Shared.Return(_chars);
        (_raw, _chars) = ([], []);
    }

    private async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        _hasBegun = true;
        while (_end < 3 && !_isAtEnd)
            await FillAsync(cancellationToken).ConfigureAwait(false);
        var begin = _raw.AsSpan(0, _end);
        switch (declared)
        {
            case OneCFileEncoding.Windows1251:
                Decode(Windows1251.Encoding);
                break;
            case OneCFileEncoding.Detect or OneCFileEncoding.Utf8 when begin.StartsWith("\uFEFF"u8):
                (_start, _isUtf8) = (3, true);
                break;
            case OneCFileEncoding.Detect or OneCFileEncoding.Utf16 when begin is [0xFF, 0xFE, ..]:
                _start = 2;
                Decode(Encoding.Unicode);
                break;
            case OneCFileEncoding.Detect or OneCFileEncoding.Utf16 when begin is [0xFE, 0xFF, ..]:
                _start = 2;
                Decode(Encoding.BigEndianUnicode);
                break;
            case OneCFileEncoding.Utf16:
                Decode(Encoding.Unicode);
                break;
        }
    }

    private void Decode(Encoding encoding)
    {
        _decoder = encoding.GetDecoder();
        _encoder = Encoding.UTF8.GetEncoder();
        _chars = ArrayPool<char>.Shared.Rent(Piece);
    }

    /// <summary>Reads more behind what is there; the room is never full then.</summary>
    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        _raw.AsSpan(_start.._end).CopyTo(_raw);
        (_start, _end) = (0, _end - _start);
        var read = await source.ReadAsync(_raw.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        _isAtEnd = read == 0;
    }

    /// <summary>How much may pass as it is.</summary>
    private int PlainLength()
    {
        var data = _raw.AsSpan(_start.._end);
        if (_isUtf8)
            return data.Length;
        var ascii = data.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
        return ascii < 0 ? data.Length : ascii;
    }

    private int Copy(Span<byte> target, int length)
    {
        length = Math.Min(length, target.Length);
        _raw.AsSpan(_start, length).CopyTo(target);
        _start += length;
        return length;
    }

    private async ValueTask DecideAsync(CancellationToken cancellationToken)
    {
        while (WordLength() < 0 && _end - _start < LongestWord && !_isAtEnd)
            await FillAsync(cancellationToken).ConfigureAwait(false);
        var length = WordLength();
        if (length >= 0 ? Utf8.IsValid(_raw.AsSpan(_start, length)) : BeginsAsUtf8(_raw.AsSpan(_start.._end)))
            _isUtf8 = true;
        else
            Decode(Windows1251.Encoding);
    }

    /// <summary>How many bytes outside ASCII stand together; below zero when their end is not there yet.</summary>
    private int WordLength() => _raw.AsSpan(_start.._end).IndexOfAnyInRange((byte)0, (byte)0x7F);

    private static bool BeginsAsUtf8(ReadOnlySpan<byte> cut)
    {
        while (!cut.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(cut, out _, out var used);
            if (status != OperationStatus.Done)
                return status == OperationStatus.NeedMoreData;
            cut = cut[used..];
        }

        return true;
    }

    private int Transcode(Span<byte> target)
    {
        // A letter takes four bytes at the most.
        var most = Math.Min(_chars.Length, target.Length / 4);
        _decoder!.Convert(_raw.AsSpan(_start.._end), _chars.AsSpan(0, most), _isAtEnd, out var used, out var letters, out _);
        _start += used;
        _encoder!.Convert(_chars.AsSpan(0, letters), target, _isAtEnd && _start == _end, out _, out var written, out _);
        return written;
    }
}
