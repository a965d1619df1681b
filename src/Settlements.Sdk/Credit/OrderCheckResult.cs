namespace Settlements.Credit;

/// <summary>What an order check found and did.</summary>
/// <param name="Decision">May the order be placed, and why.</param>
/// <param name="Hold">
/// The credit reserved for the order: confirm it when the order is placed, release it when the order is given up. Null when the order is blocked, and when it
/// takes no credit.
/// </param>
/// <param name="BalanceError">Why the balance could not be read; null when it was.</param>
public sealed record OrderCheckResult(CreditDecision Decision, CreditHold? Hold, SettlementsException? BalanceError)
{
    /// <summary>Verdict, findings, exposure, available, currency, balance and error as one JSON object, as <c>docs/credit-decisions.md</c> describes.</summary>
    public string ToJson() => CreditDecisionJson.Write(Decision, BalanceError);
}
