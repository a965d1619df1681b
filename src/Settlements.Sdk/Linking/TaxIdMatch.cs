namespace Settlements.Linking;

/// <summary>Which of the counterparties with one tax number a user buys for.</summary>
/// <param name="Found">The one; null when it is not certain that there is one.</param>
/// <param name="IsUnclear">Several may be meant, or the only one may be another branch.</param>
/// <param name="Candidates">What a person may choose from.</param>
internal sealed record TaxIdMatch(DirectoryCounterparty? Found, bool IsUnclear, IReadOnlyList<DirectoryCounterparty> Candidates)
{
    /// <param name="asked">The user's number.</param>
    /// <param name="entries">What a directory gave; entries of other numbers and those marked for deletion are nobody.</param>
    /// <param name="acceptsMissingKpp">Whether the only counterparty of the number will do without a KPP where the user has one.</param>
    internal static TaxIdMatch Of(TaxId asked, IEnumerable<DirectoryCounterparty> entries, bool acceptsMissingKpp)
    {
        var all = entries.Where(entry => !entry.IsDeleted && HasNumber(entry, asked)).DistinctBy(entry => entry.Id).ToList();
        if (asked.Kpp is not { } kpp)
            return One(all, all);

        var exact = all.FindAll(entry => entry.TaxId?.Kpp == kpp);
        if (exact.Count > 0)
            return One(exact, exact);
        var unknown = all.FindAll(entry => entry.TaxId?.Kpp is null);
        return acceptsMissingKpp && all.Count == 1 ? One(unknown, all) : new TaxIdMatch(null, unknown.Count > 0, all);
    }

    /// <summary>Whether a counterparty has another number than the user, or is known to be another branch.</summary>
    internal static bool Contradicts(TaxId asked, DirectoryCounterparty entry) =>
        entry.TaxId is { } known
        && (
            !HasNumber(entry, asked)
            || (asked.Kpp is { } kpp && known.Kpp is { } other && !string.Equals(kpp, other, StringComparison.Ordinal))
        );

    /// <summary>Whether a counterparty is beyond doubt the one that was asked for.</summary>
    internal static bool IsCertain(TaxId asked, DirectoryCounterparty entry) =>
        !entry.IsDeleted && HasNumber(entry, asked) && (asked.Kpp is null || entry.TaxId?.Kpp == asked.Kpp);

    private static TaxIdMatch One(List<DirectoryCounterparty> fitting, List<DirectoryCounterparty> candidates) =>
        fitting.Count == 1 ? new TaxIdMatch(fitting[0], IsUnclear: false, []) : new TaxIdMatch(null, fitting.Count > 1, candidates);

    private static bool HasNumber(DirectoryCounterparty entry, TaxId asked) =>
        entry.TaxId is { } known && known.Country == asked.Country && string.Equals(known.Number, asked.Number, StringComparison.Ordinal);
}
