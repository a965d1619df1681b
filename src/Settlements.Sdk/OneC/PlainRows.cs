using System.Buffers;

namespace Settlements.OneC;

/// <summary>
/// Reads rows that look as the platform writes them: known keys, texts without escapes, numbers without exponents. A row that differs in any way is left to the general reader, so
/// that this one has nothing to decide: it is there because a list of a thousand documents is most of an answer, and a tokenizer spends more time on them than all else together.
/// </summary>
internal ref struct PlainRows(ReadOnlySpan<byte> json, KeyNode keys, ValueReader values)
{
    private static readonly SearchValues<byte> EndsPlainText = SearchValues.Create([
        (byte)'"',
        (byte)'\\',
        .. Enumerable.Range(0, ' ').Select(control => (byte)control),
    ]);

    private static readonly SearchValues<byte> PartOfNumber = SearchValues.Create("0123456789.-"u8);

    private readonly ReadOnlySpan<byte> _json = json;
    private int _at;

    /// <summary>Reads the row that follows another one.</summary>
    /// <param name="position">Behind the row before; behind this row when it was read, else unchanged.</param>
    /// <param name="row">The row; of no use when false is returned.</param>
    internal bool TryRead(ref int position, out RowDraft row)
    {
        row = default;
        _at = position;
        if (!TryTake((byte)',') || !TryTake((byte)'{') || !TryMembers(ref row))
            return false;
        position = _at;
        return true;
    }

    private bool TryMembers(ref RowDraft row)
    {
        do
        {
            if (!TryTake((byte)'"') || !TryText(out var key) || keys.Find(key) is not { Child: null } entry || !TryTake((byte)':'))
                return false;
            var bit = 1UL << (int)entry.Meaning;
            if ((row.Stated & bit) != 0 || !TryValue(entry.Meaning, ref row))
                return false;
            row.Stated |= bit;
        } while (TryTake((byte)','));

        return TryTake((byte)'}');
    }

    private bool TryValue(BalanceKey meaning, ref RowDraft row)
    {
        if (meaning is BalanceKey.RowAmount or BalanceKey.RowOutstanding)
        {
            var isDebt = meaning == BalanceKey.RowOutstanding;
            if (!TryNumber(out var number) || !values.TryPlainAmount(number, isDebt, out var amount))
                return false;
            if (isDebt)
                row.Outstanding = amount;
            else
                row.Amount = amount;
            return true;
        }

        if (!TryTake((byte)'"') || !TryText(out var text))
            return false;
        switch (meaning)
        {
            case BalanceKey.RowId:
                row.Id = ValueReader.PlainText(text);
                return true;
            case BalanceKey.RowNumber:
                row.Number = ValueReader.PlainText(text);
                return true;
            case BalanceKey.RowOrderId:
                row.OrderId = ValueReader.PlainText(text);
                return true;
            case BalanceKey.RowDate:
                return ValueReader.TryPlainDate(text, out row.Date);
            case BalanceKey.RowDueDate:
                return ValueReader.TryPlainDate(text, out row.DueDate);
            default:
                return false;
        }
    }

    private bool TryTake(byte wanted)
    {
        var at = _at;
        while ((uint)at < (uint)_json.Length && IsSpace(_json[at]))
            at++;
        if ((uint)at >= (uint)_json.Length || _json[at] != wanted)
            return false;
        _at = at + 1;
        return true;
    }

    private bool TryText(out ReadOnlySpan<byte> text)
    {
        var rest = _json[_at..];
        var end = rest.IndexOfAny(EndsPlainText);
        text = end < 0 ? default : rest[..end];
        _at += end + 1;
        return end >= 0 && rest[end] == '"';
    }

    private bool TryNumber(out decimal number)
    {
        while (_at < _json.Length && IsSpace(_json[_at]))
            _at++;
        var rest = _json[_at..];
        var length = rest.IndexOfAnyExcept(PartOfNumber);
        number = 0;
        if (length <= 0 || !(rest[length] is (byte)',' or (byte)'}' || IsSpace(rest[length])))
            return false;
        _at += length;
        var digits = rest[0] == '-' ? rest[1..length] : rest[..length];
        // JSON knows no 007.
        return (digits.Length < 2 || digits[0] != '0' || digits[1] == '.') && ExactDecimal.TryParse(rest[..length], out number);
    }

    private static bool IsSpace(byte c) => c is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';
}
