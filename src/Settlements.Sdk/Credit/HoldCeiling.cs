namespace Settlements.Credit;

/// <summary>What all holds of a counterparty may come to, as the figures of one decision say.</summary>
internal static class HoldCeiling
{
    /// <summary>
    /// Limit − (debt − advance) where the policy blocks on the limit, else null. An override in force raises the limit by its sum; where the books are above the
    /// limit already it is the books that it raises, or else it could never let anything pass.
    /// </summary>
    internal static Money? Of(CreditPolicy policy, CreditFacts facts, CreditDecision decision)
    {
        var exposure = decision.Exposure;
        if (policy.OnLimitExceeded != CreditSeverity.Block || exposure.BookedAmount is not { } booked)
            return null;
        if (decision.Available is not { } available || exposure.Total is not { } total)
            return null;

        decimal? limit = (available + total).Amount;
        if (decision.Override is { } given && facts.OverrideCoversLimit)
            limit = Exact.Sum(Math.Max(limit.Value, booked), InCurrency(given.Sum, exposure.Currency, facts));
        return Exact.Sum(limit, -booked) is { } ceiling ? new Money(ceiling, exposure.Currency) : null;
    }

    private static decimal? InCurrency(Money sum, Currency currency, CreditFacts facts) =>
        sum.Currency == currency ? sum.Amount : Exact.Product(sum.Amount, facts.Rates[sum.Currency]);
}
