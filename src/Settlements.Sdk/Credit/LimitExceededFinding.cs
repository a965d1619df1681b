namespace Settlements.Credit;

/// <summary>The exposure is above the limit.</summary>
/// <param name="Severity">What it does to the order.</param>
/// <param name="Limit">The limit, in the balance's currency.</param>
/// <param name="Exposure">The exposure with this order.</param>
public sealed record LimitExceededFinding(CreditSeverity Severity, Money Limit, Money Exposure)
    : CreditFinding(CreditFindingCode.LimitExceeded, Severity)
{
    /// <summary>By how much: exposure − limit.</summary>
    public Money Excess => Exposure - Limit;
}
