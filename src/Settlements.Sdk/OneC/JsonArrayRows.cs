using System.Text;
using System.Text.Json;
using Settlements.Balances;

namespace Settlements.OneC;

/// <summary>The elements of one JSON array.</summary>
internal sealed class JsonArrayRows(FileBuffer buffer, int maxDepth) : FileRows
{
    private int _used;
    private bool _hasBegun;

    internal override string Text => Encoding.UTF8.GetString(Json.Span);

    internal override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        buffer.Advance(_used);
        _used = 0;
        var next = await NextAsync(cancellationToken).ConfigureAwait(false);
        if (!_hasBegun)
        {
            if (next != '[')
                throw Malformed("A JSON array must begin with '['.");
            buffer.Advance(1);
            next = await NextAsync(cancellationToken).ConfigureAwait(false);
        }

        if (next == ']')
            return await EndAsync(cancellationToken).ConfigureAwait(false);
        if (_hasBegun)
        {
            if (next != ',')
                throw Malformed("Behind a row of a JSON array ',' or ']' must stand.");
            buffer.Advance(1);
            await NextAsync(cancellationToken).ConfigureAwait(false);
        }

        _hasBegun = true;
        Line = buffer.Line;
        _used = await ElementLengthAsync(cancellationToken).ConfigureAwait(false);
        Json = buffer.Memory[.._used];
        return true;
    }

    /// <summary>Passes over blanks to the next character, which must be there.</summary>
    private async ValueTask<byte> NextAsync(CancellationToken cancellationToken) =>
        await SkipBlanksAsync(cancellationToken).ConfigureAwait(false)
            ? buffer.Span[0]
            : throw new BalanceFileException(
                BalanceFileProblem.Truncated,
                FormattableString.Invariant(
                    $"The JSON array ends on line {buffer.Line} without its ']': the file was cut short. Nothing was imported."
                )
            );

    private async ValueTask<bool> SkipBlanksAsync(CancellationToken cancellationToken)
    {
        do
        {
            var blanks = buffer.Span.IndexOfAnyExcept(" \t\r\n"u8);
            buffer.Advance(blanks < 0 ? buffer.Span.Length : blanks);
            if (blanks >= 0)
                return true;
        } while (await buffer.FillAsync(cancellationToken).ConfigureAwait(false));
        return false;
    }

    private async ValueTask<bool> EndAsync(CancellationToken cancellationToken)
    {
        buffer.Advance(1);
        return await SkipBlanksAsync(cancellationToken).ConfigureAwait(false)
            ? throw Malformed("Something follows behind the JSON array.")
            : false;
    }

    private async ValueTask<int> ElementLengthAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryElement(out var length))
                return length;
            if (!await buffer.FillAsync(cancellationToken).ConfigureAwait(false))
                throw new BalanceFileException(
                    BalanceFileProblem.Truncated,
                    FormattableString.Invariant(
                        $"The row that begins on line {Line} does not end: the file was cut short. Nothing was imported."
                    )
                );
        }
    }

    private bool TryElement(out int length)
    {
        // Deeper rows are well-formed still, and rejected by the reader of rows; far deeper ones are an attack.
        var reader = new Utf8JsonReader(
            buffer.Span,
            isFinalBlock: false,
            new JsonReaderState(new JsonReaderOptions { MaxDepth = maxDepth * 2 })
        );
        try
        {
            var isWhole = reader.Read() && reader.TrySkip();
            length = isWhole ? (int)reader.BytesConsumed : 0;
            return isWhole;
        }
        catch (JsonException broken)
        {
            throw Malformed(
                "The JSON is broken: behind this place nobody can say where a row ends.",
                buffer.Line + (broken.LineNumber ?? 0)
            );
        }
    }

    private BalanceFileException Malformed(string problem, long? line = null) =>
        new(BalanceFileProblem.Malformed, FormattableString.Invariant($"Line {line ?? buffer.Line}: {problem} Nothing was imported."));
}
