using System.Globalization;
using System.Text.Json;
using Settlements.Balances;

namespace Settlements.OneC;

/// <summary>Reads the rows of the documents or of the payments; a row that cannot be read is an error, since to leave it out would hide a debt.</summary>
internal readonly struct RowReader(ValueReader values, string list)
{
    private const int UsualRows = 16;

    internal List<OpenDocument>? Documents(ref JsonWalk walk, KeyNode keys) => Rows(ref walk, keys, static (in row) => row.ToDocument());

    internal List<BalancePayment>? Payments(ref JsonWalk walk, KeyNode keys) => Rows(ref walk, keys, static (in row) => row.ToPayment());

    /// <summary>Reads a row that stands alone, at whose beginning the reader stands.</summary>
    internal RowDraft Alone(ref JsonWalk walk, KeyNode keys)
    {
        var row = default(RowDraft);
        ReadRow(ref walk, keys, ref row, index: -1);
        return row;
    }

    private List<T>? Rows<T>(ref JsonWalk walk, KeyNode keys, MakeRow<T> make)
    {
        if (walk.Reader.TokenType == JsonTokenType.Null)
            return null;
        // The platform can write an array as an object with the keys 0, 1, 2.
        var isObject = walk.Reader.TokenType == JsonTokenType.StartObject;
        if (!isObject && walk.Reader.TokenType != JsonTokenType.StartArray)
            throw new ValuePlace(list).Wrong(walk.Reader.TokenType, "an array");

        var rows = new List<T>();
        for (walk.Read(); walk.Reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject); walk.Read())
        {
            if (isObject)
                ReadIndex(ref walk, rows.Count);
            if (walk.Reader.TokenType != JsonTokenType.StartObject)
                throw UnreadableAnswerException.Field(
                    FormattableString.Invariant($"{list}[{rows.Count}]"),
                    "is no object where a row must stand."
                );
            rows.EnsureCapacity(UsualRows);
            var row = default(RowDraft);
            ReadRow(ref walk, keys, ref row, rows.Count);
            rows.Add(make(row));
            if (!isObject && walk.MayJump)
                ReadPlainRows(ref walk, keys, rows, make);
        }

        return rows;
    }

    private void ReadPlainRows<T>(ref JsonWalk walk, KeyNode keys, List<T> rows, MakeRow<T> make)
    {
        var plain = new PlainRows(walk.Json, keys, values);
        var begin = walk.Position;
        var position = begin;
        for (var row = default(RowDraft); plain.TryRead(ref position, ref row); row = default)
            rows.Add(make(row));
        if (position > begin)
            walk.JumpTo(position);
    }

    private void ReadIndex(ref JsonWalk walk, int expected)
    {
        if (!int.TryParse(JsonText.Of(ref walk.Reader), CultureInfo.InvariantCulture, out var index) || index != expected)
            throw new ValuePlace(list).Error("is an object whose keys do not count from 0, where an array must stand.");
        walk.Read();
    }

    private void ReadRow(ref JsonWalk walk, KeyNode node, ref RowDraft row, int index)
    {
        var seen = walk.BeginObject();
        for (walk.Read(); walk.Reader.TokenType != JsonTokenType.EndObject; walk.Read())
        {
            var entry = node.Find(ref walk.Reader);
            walk.Seen(ref seen, entry);
            walk.Read();
            if (entry?.Child is { } child && walk.Reader.TokenType == JsonTokenType.StartObject)
                ReadRow(ref walk, child, ref row, index);
            else if (entry is null || entry.Meaning == BalanceKey.None)
                walk.Skip();
            else
                ReadValue(
                    ref walk.Reader,
                    entry.Meaning,
                    ref row,
                    index < 0 ? new ValuePlace(entry.Path) : new ValuePlace(entry.Path, list, index)
                );
        }

        seen.End();
    }

    private void ReadValue(ref Utf8JsonReader reader, BalanceKey meaning, ref RowDraft row, in ValuePlace place)
    {
        place.Once(ref row.Stated, meaning);
        switch (meaning)
        {
            case BalanceKey.RowId:
                row.Id = ValueReader.Text(ref reader, place);
                break;
            case BalanceKey.RowNumber:
                row.Number = ValueReader.Text(ref reader, place);
                break;
            case BalanceKey.RowDate:
                row.Date = values.Date(ref reader, place);
                break;
            case BalanceKey.RowDueDate:
                row.DueDate = values.Date(ref reader, place);
                break;
            case BalanceKey.RowAmount:
                row.Amount = values.Amount(ref reader, place, isDebt: false);
                break;
            case BalanceKey.RowOutstanding:
                row.Outstanding = values.Amount(ref reader, place, isDebt: true);
                break;
            case BalanceKey.RowOrderId:
                row.OrderId = ValueReader.Text(ref reader, place);
                break;
        }
    }

    private delegate T MakeRow<out T>(in RowDraft row);
}
