using NodaTime;

namespace Settlements.Credit;

/// <summary>The figures are older than the policy accepts.</summary>
/// <param name="Severity">What it does to the order.</param>
/// <param name="Age">How old they are.</param>
/// <param name="MaxAge">How old they may be.</param>
public sealed record BalanceStaleFinding(CreditSeverity Severity, Duration Age, Duration MaxAge)
    : CreditFinding(CreditFindingCode.BalanceStale, Severity);
