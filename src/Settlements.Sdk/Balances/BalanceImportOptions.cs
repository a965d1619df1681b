using System.Globalization;

namespace Settlements.Balances;

/// <summary>What <see cref="BalanceImporter"/> lets pass.</summary>
public sealed class BalanceImportOptions
{
    /// <summary>The share of debtors that a full snapshot may clear; above it the import is refused unless forced.</summary>
    /// <value>From 0 to 1. The default is 0.30.</value>
    public decimal MaxClearedShare { get; set; } = 0.30m;

    /// <summary>So many debtors may be cleared whatever share they are: of two debtors, one who pays is half.</summary>
    /// <value>Zero or more. The default is 3.</value>
    public int ClearedTolerance { get; set; } = 3;

    /// <summary>The share of a file's rows that may be rejected; above it the import is refused, forced or not.</summary>
    /// <value>From 0 to 1. The default is 0.05.</value>
    public decimal MaxRejectedShare { get; set; } = 0.05m;

    /// <summary>So many rows of a file may be rejected whatever share they are, as long as another of its rows is good.</summary>
    /// <value>Zero or more. The default is 5.</value>
    public int RejectedTolerance { get; set; } = 5;

    /// <summary>
    /// Clears counterparties who are not in a full snapshot even when a row of it was rejected whose counterparty cannot be read, and which may have been theirs.
    /// </summary>
    /// <value>The default is false: nobody is cleared by such an import, and its report says so.</value>
    public bool ClearDespiteUnknownRejects { get; set; }

    /// <summary>How far in the future a file's moment may lie, because the clock that named it differs from ours.</summary>
    /// <value>From zero to one day. The default is 5 minutes.</value>
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many rows go to the store at one time.</summary>
    /// <value>From 1 to 100,000. The default is 1,000.</value>
    public int BatchSize { get; set; } = 1000;

    internal IEnumerable<string> Problems()
    {
        if (MaxClearedShare is < 0 or > 1)
            yield return Fault(nameof(MaxClearedShare), MaxClearedShare, "0 to 1");
        if (ClearedTolerance < 0)
            yield return Fault(nameof(ClearedTolerance), ClearedTolerance, "zero or more");
        if (MaxRejectedShare is < 0 or > 1)
            yield return Fault(nameof(MaxRejectedShare), MaxRejectedShare, "0 to 1");
        if (RejectedTolerance < 0)
            yield return Fault(nameof(RejectedTolerance), RejectedTolerance, "zero or more");
        if (ClockTolerance < TimeSpan.Zero || ClockTolerance > TimeSpan.FromDays(1))
            yield return Fault(nameof(ClockTolerance), ClockTolerance, "zero to one day");
        if (BatchSize is < 1 or > 100_000)
            yield return Fault(nameof(BatchSize), BatchSize, "1 to 100000");
    }

    private static string Fault(string name, object value, string allowed) =>
        string.Create(CultureInfo.InvariantCulture, $"BalanceImportOptions.{name} is {value}: use {allowed}.");
}
