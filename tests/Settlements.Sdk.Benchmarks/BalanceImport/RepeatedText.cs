using System.Text;

namespace Settlements.Benchmarks.BalanceImport;

/// <summary>A file of any size that is made while it is read.</summary>
internal sealed class RepeatedText(string head, Func<int, string> row, int rows, string tail, Encoding encoding) : Stream
{
    private byte[] _piece = encoding.GetBytes(head);
    private int _used;
    private int _row;
    private bool _isEnding;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_used == _piece.Length)
        {
            if (_isEnding)
                return 0;
            _isEnding = _row == rows;
            _piece = encoding.GetBytes(_isEnding ? tail : string.Concat(Enumerable.Range(_row, Math.Min(500, rows - _row)).Select(row)));
            _row = Math.Min(rows, _row + 500);
            _used = 0;
        }

        var length = Math.Min(buffer.Length, _piece.Length - _used);
        _piece.AsSpan(_used, length).CopyTo(buffer);
        _used += length;
        return length;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
