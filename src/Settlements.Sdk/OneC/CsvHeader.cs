using System.Text.Encodings.Web;
using System.Text.Json;
using Settlements.Balances;

namespace Settlements.OneC;

/// <summary>The columns of a CSV file and what each of them means.</summary>
internal sealed class CsvHeader
{
    private readonly JsonEncodedText?[] _keys;

    /// <exception cref="BalanceFileException">The columns cannot be used.</exception>
    internal CsvHeader(IReadOnlyList<string> columns, OneCFieldOptions map, BalanceImportPart part)
    {
        Columns = columns;
        CheckNames(columns);
        var fields = MappedField.OfRow(map, part).ToList();
        var known = fields
            .SelectMany(field => field.Keys.Select(key => (key, field)))
            .ToDictionary(pair => pair.key, pair => pair.field, StringComparer.Ordinal);
        CheckMeanings(columns, known, fields, part);
        if (part == BalanceImportPart.Balances)
            CheckLists(columns, map);
        _keys =
        [
            .. columns.Select(column => known.ContainsKey(column) ? JsonEncodedText.Encode(column, Escaping) : (JsonEncodedText?)null),
        ];
    }

    /// <summary>Letters outside ASCII stay as they are: the reader looks for keys by their bytes.</summary>
    internal static JavaScriptEncoder Escaping => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    internal IReadOnlyList<string> Columns { get; }

    /// <summary>The column's name as JSON when it is mapped; null when nobody reads it.</summary>
    internal JsonEncodedText? Key(int column) => _keys[column];

    private static void CheckNames(IReadOnlyList<string> columns)
    {
        if (
            columns
                .Where(column => column.Length > 0)
                .GroupBy(column => column, StringComparer.Ordinal)
                .FirstOrDefault(group => group.Count() > 1) is
            { } twice
        )
            throw Unusable(
                $"The column '{JsonText.Shortened(twice.Key)}' stands twice in the header, and nobody can tell which of the two holds."
            );
    }

    private static void CheckMeanings(
        IReadOnlyList<string> columns,
        Dictionary<string, MappedField> known,
        List<MappedField> fields,
        BalanceImportPart part
    )
    {
        var found = columns.Where(known.ContainsKey).ToLookup(column => known[column]);
        if (found.FirstOrDefault(columnsOfOne => columnsOfOne.Count() > 1) is { } several)
            throw Unusable(
                $"The columns {string.Join(" and ", several)} both stand for {several.Key.Name}, and nobody can tell which of the two holds."
            );
        var wanted = fields.Where(field => IsNeeded(field.Key, part)).SelectMany(field => field.Keys);
        if (!found.Any(columnsOfOne => columnsOfOne.Key.Key == BalanceKey.Counterparty))
            throw Unusable($"No column has the counterparty ({string.Join(", ", Keys(fields, BalanceKey.Counterparty))}).{Seen(columns)}");
        if (!found.Any(columnsOfOne => IsNeeded(columnsOfOne.Key.Key, part)))
            throw Unusable($"None of the columns is there that such rows are for ({string.Join(", ", wanted)}).{Seen(columns)}");
    }

    private static void CheckLists(IReadOnlyList<string> columns, OneCFieldOptions map)
    {
        var lists = map.Documents.Concat(map.Payments).Where(columns.Contains).ToList();
        if (lists.Count > 0)
            throw Unusable($"The column '{lists[0]}' would hold a list, which has no place in a row of CSV: give it in a file of its own.");
    }

    private static IEnumerable<string> Keys(List<MappedField> fields, BalanceKey key) =>
        fields.Where(field => field.Key == key).SelectMany(field => field.Keys);

    private static bool IsNeeded(BalanceKey key, BalanceImportPart part) =>
        part switch
        {
            BalanceImportPart.Balances => key
                is BalanceKey.Debt
                    or BalanceKey.Advance
                    or BalanceKey.Overdue
                    or BalanceKey.Limit
                    or BalanceKey.LimitEnforced
                    or BalanceKey.Blocked
                    or BalanceKey.LastPaymentDate
                    or BalanceKey.LastPaymentAmount,
            BalanceImportPart.Documents => key is BalanceKey.RowOutstanding or BalanceKey.RowAmount,
            BalanceImportPart.Payments => key is BalanceKey.RowAmount,
            _ => key is BalanceKey.TermsType,
        };

    private static string Seen(IReadOnlyList<string> columns)
    {
        var shown = columns.Take(30).Select(column => $"'{JsonText.Shortened(column)}'");
        return FormattableString.Invariant(
            $" The {columns.Count} columns of the header are {string.Join(", ", shown)}. Look at Fields, Delimiter and Encoding."
        );
    }

    private static BalanceFileException Unusable(string problem) => new(BalanceFileProblem.Columns, problem + " Nothing was imported.");
}
