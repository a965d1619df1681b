using Settlements.Linking;

namespace Settlements.OneC;

/// <summary>Reads the answers of a directory. What cannot be read is an error, never a counterparty less: of one that is not seen another would be registered.</summary>
internal sealed class DirectoryReader(OneCDirectoryFieldOptions fields, int maxDepth)
{
    private readonly DirectoryRowReader _rows = new(fields);

    /// <summary>The counterparties of a search by tax number.</summary>
    internal IReadOnlyList<DirectoryCounterparty> ReadList(BodyText body, ExpectedTaxId expected, ReadingNotes notes)
    {
        using var answer = DirectoryAnswer.Open(body, fields, maxDepth, notes);
        if (!answer.IsList)
            throw new UnreadableAnswerException(
                "The answer is one counterparty where a list must stand: a service that gives the first of several hides the others."
            );
        return Distinct(answer.Rows.Select(row => _rows.Read(row, expected, notes)).ToList());
    }

    /// <summary>The counterparty of a search by GUID; null when the list is empty.</summary>
    internal DirectoryCounterparty? ReadOne(BodyText body, CounterpartyId asked, ExpectedTaxId expected, ReadingNotes notes)
    {
        using var answer = DirectoryAnswer.Open(body, fields, maxDepth, notes);
        var found = Distinct(answer.Rows.Select(row => _rows.Read(row, expected, notes)).ToList());
        if (found.FirstOrDefault(counterparty => counterparty.Id != asked) is { } other)
            throw new UnreadableAnswerException($"The answer is for the counterparty {other.Id}; asked was {asked}.");
        return found.SingleOrDefault();
    }

    /// <summary>The counterparty of a registration.</summary>
    internal CounterpartyRegistration ReadRegistration(BodyText body, ExpectedTaxId expected, ReadingNotes notes)
    {
        using var answer = DirectoryAnswer.Open(body, fields, maxDepth, notes);
        if (answer.Rows is not [var row])
            throw new UnreadableAnswerException(
                FormattableString.Invariant($"The answer to a registration holds {answer.Rows.Count} counterparties; it must be one.")
            );
        var counterparty = _rows.Read(row, expected, notes);
        if (expected.Number?.Kpp is { } asked && counterparty.TaxId?.Kpp is { } kpp && !string.Equals(kpp, asked, StringComparison.Ordinal))
            throw new UnreadableAnswerException(
                "The answer is for a counterparty with another KPP than the one that was to be registered."
            );
        return new CounterpartyRegistration(counterparty, WasThere: row.Flag(fields.Created) is not true);
    }

    // A join that repeats a row is the service's slip; two readings of one counterparty are not.
    private static List<DirectoryCounterparty> Distinct(List<DirectoryCounterparty> found)
    {
        var distinct = found.Distinct().ToList();
        return distinct.GroupBy(counterparty => counterparty.Id).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new UnreadableAnswerException($"The counterparty {twice.Key} stands twice in the list, each time otherwise.")
            : distinct;
    }
}
