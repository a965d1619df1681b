using System.Buffers;
using Settlements.Balances;

namespace Settlements.OneC;

/// <summary>The part of a file that is being looked at, as UTF-8; it grows until a row fits, and no further than allowed.</summary>
internal sealed class FileBuffer(Utf8Input input, int longestRow) : IDisposable
{
    private const int Room = 64 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Room);
    private int _start;
    private int _end;

    /// <summary>What is there and was not passed over.</summary>
    internal ReadOnlyMemory<byte> Memory => _bytes.AsMemory(_start.._end);

    internal ReadOnlySpan<byte> Span => _bytes.AsSpan(_start.._end);

    /// <summary>Nothing comes behind what is there.</summary>
    internal bool IsAtEnd { get; private set; }

    /// <summary>The row that begins here is longer than allowed.</summary>
    internal bool IsFull => _end - _start > longestRow;

    /// <summary>The line on which <see cref="Span"/> begins, from 1.</summary>
    internal long Line { get; private set; } = 1;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    /// <summary>Passes over what was used.</summary>
    internal void Advance(int length)
    {
        Line += _bytes.AsSpan(_start, length).Count((byte)'\n');
        _start += length;
    }

    /// <summary>Brings more; false at the end of the file.</summary>
    /// <exception cref="BalanceFileException">The row is longer than allowed.</exception>
    internal async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (IsAtEnd)
            return false;
        if (IsFull)
            throw TooLarge(Line, longestRow);
        MakeRoom();
        var read = await input.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        IsAtEnd = read == 0;
        return !IsAtEnd;
    }

    internal static BalanceFileException TooLarge(long line, int longestRow) =>
        new(
            BalanceFileProblem.RowTooLarge,
            FormattableString.Invariant(
                $"The row that begins on line {line} is longer than {longestRow} bytes (MaxRowBytes): a quote or a bracket may be missing before it. Nothing was imported."
            )
        );

    private void MakeRoom()
    {
        var held = Span;
        if (held.Length < _bytes.Length / 2)
        {
            held.CopyTo(_bytes);
        }
        else
        {
            var larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
            held.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        (_start, _end) = (0, held.Length);
    }
}
