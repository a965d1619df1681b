namespace Settlements.Credit;

/// <summary>The order takes credit and no limit is stated.</summary>
/// <param name="Severity">What it does to the order.</param>
/// <param name="Exposure">The exposure with this order; null when it is not known either.</param>
public sealed record LimitUnknownFinding(CreditSeverity Severity, Money? Exposure)
    : CreditFinding(CreditFindingCode.LimitUnknown, Severity);
