using System.Buffers;
using System.Runtime.InteropServices;
using NodaTime;

namespace Settlements.OneC;

/// <summary>
/// Reads rows that look as the platform writes them: known keys, texts without escapes, numbers without exponents. A row that differs in any way is left to the general reader, so
/// that this one has nothing to decide: it is there because a list of a thousand documents is most of an answer, and tokens cost more there than all else together.
/// </summary>
/// <remarks>Methods that look for something return the place behind it, or <see cref="Differs"/>.</remarks>
internal ref struct PlainRows(ReadOnlySpan<byte> json, KeyNode keys, ValueReader values)
{
    private const int Differs = -1;
    private const int IsoDateTime = 19;
    private static readonly SearchValues<byte> EndsPlainText = SearchValues.Create([
        (byte)'"',
        (byte)'\\',
        .. Enumerable.Range(0, ' ').Select(control => (byte)control),
    ]);

    private readonly ReadOnlySpan<byte> _json = json;

    // What stands before each value (brackets, spaces, the key) is the same in every row of a list, and is compared as a whole.
    private readonly Lead[] _leads = new Lead[keys.Count];

    /// <summary>Reads the row that follows another one.</summary>
    /// <param name="position">Behind the row before; behind this row when it was read, else unchanged.</param>
    /// <param name="row">Empty before; of no use when false is returned.</param>
    internal readonly bool TryRead(ref int position, ref RowDraft row)
    {
        var at = position;
        for (var member = 0; member < _leads.Length; member++)
        {
            ref readonly var lead = ref _leads[member];
            if (lead.Length > 0 && _json[at..].StartsWith(_json.Slice(lead.Start, lead.Length)))
                at += lead.Length;
            else if (member > 0 && Take(at, '}') is var end and >= 0)
                return Ends(end, ref position);
            else
                at = Learn(member, at);

            at = at < 0 ? at : Value(lead.Meaning, at, ref row);
            if (at < 0)
                return false;
        }

        return Ends(Take(at, '}'), ref position);
    }

    private static bool Ends(int end, ref int position)
    {
        position = end < 0 ? position : end;
        return end >= 0;
    }

    private readonly int Learn(int member, int begin)
    {
        var at = member == 0 ? Take(Take(begin, ','), '{') : Take(begin, ',');
        var key = Take(at, '"');
        var keyEnd = TextEnd(key);
        at = Take(keyEnd, ':');
        if (at < 0 || keys.Find(_json[key..(keyEnd - 1)]) is not { Child: null } entry)
            return Differs;
        at = SkipSpaces(at);
        _leads[member] = new Lead(begin, at - begin, entry.Meaning);
        return at;
    }

    private readonly int Value(BalanceKey meaning, int at, ref RowDraft row)
    {
        var bit = 1UL << (int)meaning;
        if ((row.Stated & bit) != 0)
            return Differs;
        row.Stated |= bit;
        return meaning switch
        {
            BalanceKey.RowId => Text(at, ref row.Id),
            BalanceKey.RowNumber => Text(at, ref row.Number),
            BalanceKey.RowOrderId => Text(at, ref row.OrderId),
            BalanceKey.RowDate => Date(at, ref row.Date),
            BalanceKey.RowDueDate => Date(at, ref row.DueDate),
            BalanceKey.RowAmount => Amount(at, isDebt: false, ref row.Amount),
            BalanceKey.RowOutstanding => Amount(at, isDebt: true, ref row.Outstanding),
            _ => Differs,
        };
    }

    private readonly int Text(int at, ref string? text)
    {
        var begin = Take(at, '"');
        var end = TextEnd(begin);
        if (end >= 0)
            text = ValueReader.PlainText(_json[begin..(end - 1)]);
        return end;
    }

    private readonly int Date(int at, ref LocalDate? date)
    {
        var begin = Take(at, '"');
        if (begin < 0)
            return Differs;
        var isUsual = begin + IsoDateTime < _json.Length && _json[begin + IsoDateTime] == '"';
        var end = isUsual ? begin + IsoDateTime + 1 : TextEnd(begin);
        return end >= 0 && ValueReader.TryPlainDate(_json[begin..(end - 1)], out date) ? end : Differs;
    }

    private readonly int Amount(int begin, bool isDebt, ref Money? amount)
    {
        var end = begin;
        while ((uint)end < (uint)_json.Length && _json[end] is (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'-')
            end++;
        if (end == begin || end == _json.Length || !(_json[end] is (byte)',' or (byte)'}' || IsSpace(_json[end])))
            return Differs;

        var number = _json[begin..end];
        var digits = number[0] == '-' ? number[1..] : number;
        // JSON knows no 007.
        if (digits.Length > 1 && digits[0] == '0' && digits[1] != '.')
            return Differs;
        if (!ExactDecimal.TryParse(number, out var exact) || !values.TryPlainAmount(exact, isDebt, out var money))
            return Differs;
        amount = money;
        return end;
    }

    private readonly int TextEnd(int begin)
    {
        if (begin < 0)
            return Differs;
        var length = _json[begin..].IndexOfAny(EndsPlainText);
        return length >= 0 && _json[begin + length] == '"' ? begin + length + 1 : Differs;
    }

    private readonly int Take(int at, char wanted)
    {
        if (at < 0)
            return Differs;
        at = SkipSpaces(at);
        return at < _json.Length && _json[at] == wanted ? at + 1 : Differs;
    }

    private readonly int SkipSpaces(int at)
    {
        while (at < _json.Length && IsSpace(_json[at]))
            at++;
        return at;
    }

    private static bool IsSpace(byte c) => c is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    /// <param name="Start">Where it stood in a row before.</param>
    /// <param name="Length">Zero before it was learned.</param>
    /// <param name="Meaning">Of the value behind it.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Lead(int Start, int Length, BalanceKey Meaning);
}
