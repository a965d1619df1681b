using Settlements.Credit;

namespace Settlements.Tests.Credit;

internal static class Decisions
{
    internal static IEnumerable<CreditFindingCode> Codes(this CreditDecision decision) => decision.Findings.Select(finding => finding.Code);
}
