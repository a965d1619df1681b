using Settlements.Balances;

namespace Settlements.OneC;

/// <summary>An <see cref="OneCFieldOptions"/> made ready for reading: trees of keys as bytes.</summary>
internal sealed class KeyTable
{
    private static readonly string[] Envelopes =
    [
        "response",
        "data",
        "result",
        "Response",
        "Data",
        "Result",
        "Ответ",
        "Данные",
        "Результат",
    ];
    private static readonly string[] Successes = ["success", "Success", "SUCCESS", "Успех", "Успешно"];
    private static readonly string[] Errors = ["error", "Error", "ERROR", "errors", "Errors", "Ошибка", "ошибка", "ОШИБКА", "Ошибки"];
    private static readonly string[] PlatformExceptions = ["exception", "#exception", "odata.error"];

    internal KeyTable(OneCFieldOptions map)
    {
        foreach (var field in MappedField.All(map))
        foreach (var key in field.Keys)
            Add(Root(field.Place), field.Place == KeyPlace.Balance ? WithoutEnvelopes(key) : key, field.Key);

        Mark(Envelopes, BalanceKey.Envelope);
        Mark(Successes, BalanceKey.Success);
        Mark(Errors, BalanceKey.Error);
        Mark(PlatformExceptions, BalanceKey.PlatformException);
    }

    private KeyTable() { }

    internal KeyNode Balance { get; } = new();

    internal KeyNode Document { get; } = new();

    internal KeyNode Payment { get; } = new();

    /// <summary>The keys of the rows of a file.</summary>
    /// <param name="map">The field map.</param>
    /// <param name="part">What the rows are.</param>
    /// <param name="isFlat">A key is the name of a column, dots included, and no path into an object.</param>
    internal static KeyTable OfRow(OneCFieldOptions map, BalanceImportPart part, bool isFlat)
    {
        if (part == BalanceImportPart.Balances && !isFlat)
            return new KeyTable(map);
        var table = new KeyTable();
        foreach (var field in MappedField.OfRow(map, part))
        foreach (var key in field.Keys)
            if (isFlat)
                table.Root(field.Place).Entry(key, key).Meaning = field.Key;
            else
                Add(table.Root(field.Place), key, field.Key);
        return table;
    }

    internal static bool IsEnvelope(string key) => Array.IndexOf(Envelopes, key) >= 0;

    internal static bool IsSuccess(string key) => Array.IndexOf(Successes, key) >= 0;

    internal static bool IsError(string key) => Array.IndexOf(Errors, key) >= 0;

    private KeyNode Root(KeyPlace place) =>
        place switch
        {
            KeyPlace.Document => Document,
            KeyPlace.Payment => Payment,
            _ => Balance,
        };

    private static void Add(KeyNode node, string path, BalanceKey meaning)
    {
        var segments = path.Split('.');
        for (var i = 0; ; i++)
        {
            var entry = node.Entry(segments[i], string.Join('.', segments[..(i + 1)]));
            if (i == segments.Length - 1)
            {
                entry.Meaning = meaning;
                return;
            }

            node = entry.Child ??= new KeyNode();
        }
    }

    // Envelopes are opened wherever they stand, so "data.debt" is "debt".
    internal static string WithoutEnvelopes(string path)
    {
        while (path.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 && IsEnvelope(path[..dot]))
            path = path[(dot + 1)..];
        return path;
    }

    private void Mark(string[] names, BalanceKey meaning)
    {
        foreach (var name in names)
        {
            var entry = Balance.Entry(name, name);
            // What the host mapped goes before what we would make of the key.
            if (entry.Meaning == BalanceKey.None && entry.Child is null)
                entry.Meaning = meaning;
        }
    }
}
