using Settlements.Linking;

namespace Settlements.OneC;

/// <summary>Makes a counterparty of a row of a directory's answer.</summary>
internal sealed class DirectoryRowReader(OneCDirectoryFieldOptions fields)
{
    private const int KppLength = 9;

    internal DirectoryCounterparty Read(DirectoryRow row, ExpectedTaxId expected, ReadingNotes notes)
    {
        var id = row.Text(fields.Counterparty, out var path, out _);
        if (!CounterpartyId.TryParse(id, out var counterparty))
            throw UnreadableAnswerException.Field(
                path.Length > 0 ? path : row.Place + fields.Counterparty[0],
                "must be a GUID, and not the empty one: the row names no counterparty."
            );
        return new DirectoryCounterparty
        {
            Id = counterparty,
            TaxId = ReadTaxId(row, expected, notes) is { } number ? WithKpp(row, number, notes) : null,
            Name = row.Text(fields.Name, out _, out _),
            IsDeleted = row.Flag(fields.Deleted) ?? false,
        };
    }

    private TaxId? ReadTaxId(DirectoryRow row, ExpectedTaxId expected, ReadingNotes notes)
    {
        if (fields.TaxId.Count == 0)
            return expected.Number;
        var text = row.Text(fields.TaxId, out var path, out _);
        if (Parse(text, expected, path, notes) is { } number)
        {
            return expected.Number is null || number.Number == expected.Number.Value.Number
                ? number
                : throw UnreadableAnswerException.Field(path, "is another tax number than the one asked for.");
        }

        if (expected.Number is not null)
            throw UnreadableAnswerException.Field(
                path.Length > 0 ? path : row.Place + fields.TaxId[0],
                "must repeat the tax number asked for: without it nothing tells that the row is not another's."
            );
        if (text is not null)
            notes.Add(path, "is no tax number of its country; taken as not known.");
        return null;
    }

    private static TaxId? Parse(string? text, ExpectedTaxId expected, string path, ReadingNotes notes)
    {
        if (TaxId.TryParse(text, expected.Country, out var whole, out _))
            return whole;
        if (expected.Country != TaxIdCountry.Russia || !TaxId.TryRestoreLeadingZero(text, out var restored))
            return null;
        notes.Add(path, "had lost its leading zero, as a number does; it was put back, and the check digits agree. Send a text.");
        return restored;
    }

    private TaxId WithKpp(DirectoryRow row, TaxId number, ReadingNotes notes)
    {
        if (row.Text(fields.Kpp, out var path, out var isNumber) is not { } kpp)
            return TaxId.Parse(number.Number, number.Country);
        if (number is not { Country: TaxIdCountry.Russia, Kind: TaxIdKind.Company })
        {
            notes.Add(path, "was passed over: only a Russian company has a KPP.");
            return TaxId.Parse(number.Number, number.Country);
        }

        // A KPP begins with the region, and there is no region 00.
        if (isNumber && kpp.Length == KppLength - 1)
        {
            kpp = "0" + kpp;
            notes.Add(path, "had lost its leading zero, as a number does; it was put back. Send a text.");
        }

        return TaxId.TryParse(number.Number, number.Country, kpp, out var whole, out _)
            ? whole
            : throw UnreadableAnswerException.Field(path, "is no KPP: give 9 characters, or nothing when it is not known.");
    }
}
