namespace Settlements.Credit;

/// <summary>The exposure has reached the share of the limit that the policy warns at.</summary>
/// <param name="Severity">What it does to the order.</param>
/// <param name="Limit">The limit, in the balance's currency.</param>
/// <param name="Exposure">The exposure with this order.</param>
/// <param name="Utilization">The policy's share, such as 0.9.</param>
public sealed record LimitNearFinding(CreditSeverity Severity, Money Limit, Money Exposure, decimal Utilization)
    : CreditFinding(CreditFindingCode.LimitNear, Severity);
