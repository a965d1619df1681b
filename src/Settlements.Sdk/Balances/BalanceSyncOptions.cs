using System.Globalization;

namespace Settlements.Balances;

/// <summary>How <see cref="BalanceSync"/> asks its source.</summary>
public sealed class BalanceSyncOptions
{
    /// <summary>How many counterparties are asked for at one time. A 1C publication has 10 sessions by default, and checkouts need some of them.</summary>
    /// <value>From 1 to 64. The default is 4.</value>
    public int MaxConcurrency { get; set; } = 4;

    /// <summary>After so many transient failures one after the other the run stops: a server that is down is not asked for everybody.</summary>
    /// <value>From 1 to 1000. The default is 8.</value>
    public int StopAfterFailures { get; set; } = 8;

    /// <summary>How many counterparties are taken from the store at one time.</summary>
    /// <value>From 1 to 10,000. The default is 500.</value>
    public int PageSize { get; set; } = 500;

    /// <summary>
    /// Counterparties besides those that the store has a balance of, such as all that users are linked to. Called once in each run; those that the store has too are asked for
    /// twice, so leave them out where they are many.
    /// </summary>
    /// <value>The default is null: those of the store alone.</value>
    public Func<CancellationToken, IAsyncEnumerable<CounterpartyId>>? Others { get; set; }

    internal IEnumerable<string> Problems()
    {
        if (MaxConcurrency is < 1 or > 64)
            yield return Fault(nameof(MaxConcurrency), MaxConcurrency, "1 to 64");
        if (StopAfterFailures is < 1 or > 1000)
            yield return Fault(nameof(StopAfterFailures), StopAfterFailures, "1 to 1000");
        if (PageSize is < 1 or > 10_000)
            yield return Fault(nameof(PageSize), PageSize, "1 to 10000");
    }

    private static string Fault(string name, int value, string allowed) =>
        string.Create(CultureInfo.InvariantCulture, $"BalanceSyncOptions.{name} is {value}: use {allowed}.");
}
