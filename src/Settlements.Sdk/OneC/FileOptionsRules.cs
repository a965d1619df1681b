using Settlements.Balances;

namespace Settlements.OneC;

/// <summary>What makes an <see cref="OneCFileOptions"/> usable for one part of an import.</summary>
internal static class FileOptionsRules
{
    private const int LeastRowBytes = 1024;
    private const int MostRowBytes = 64 * 1024 * 1024;

    /// <exception cref="ArgumentException">Every fault at once.</exception>
    internal static void Check(OneCFileOptions options, BalanceImportPart part)
    {
        var faults = new List<string>();

        void Fail(string option, string problem) => faults.Add($"{nameof(OneCFileOptions)}.{option} {problem}");

        ReadingOptionsRules.CheckEnum(nameof(options.Format), options.Format, Fail);
        ReadingOptionsRules.CheckEnum(nameof(options.Encoding), options.Encoding, Fail);
        if (options.Delimiter is { } delimiter && !CanDelimit(delimiter))
            Fail(nameof(options.Delimiter), "is no mark of ASCII: give a character such as ';'.");
        if (options.MaxRowBytes is < LeastRowBytes or > MostRowBytes)
            Fail(
                nameof(options.MaxRowBytes),
                FormattableString.Invariant($"is {options.MaxRowBytes}: give a number of bytes from 1024 (1 KiB) to 67108864 (64 MiB).")
            );
        ReadingOptionsRules.Check(
            options.MaxDepth,
            options.DefaultCurrency,
            options.TimeZone,
            options.AmountSign,
            options.AmountUnit,
            Fail
        );
        FieldMapRules.Check(options.Fields, Fail);
        if (faults.Count == 0)
            CheckRow(options.Fields, part, Fail);
        if (faults.Count > 0)
            throw new ArgumentException(string.Join(' ', faults), nameof(options));
    }

    private static bool CanDelimit(char c) =>
        c == '\t' || char.IsAscii(c) && !(char.IsLetterOrDigit(c) || char.IsWhiteSpace(c) || char.IsControl(c) || c == '"');

    // In a file of its own a row has the owner's keys beside the document's, which in an answer stand one level above them.
    private static void CheckRow(OneCFieldOptions map, BalanceImportPart part, Action<string, string> fail)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in MappedField.OfRow(map, part))
        foreach (var key in field.Keys)
            if (!owners.TryAdd(key, field.Name) && owners[key] != field.Name)
                fail(
                    $"Fields.{field.Name}",
                    $"holds the key '{key}', which stands under {owners[key]} already, and in a file of {part} both are columns of one row: "
                        + "give this file options of its own."
                );
        if (map.Counterparty.Count == 0)
            fail($"Fields.{nameof(map.Counterparty)}", "is empty: without it nobody can tell whose a row is.");
    }
}
