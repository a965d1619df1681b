using NodaTime;
using Settlements.Credit;

namespace Settlements.EntityFrameworkCore.Credit;

/// <summary>An entry of the decision log.</summary>
internal sealed class DecisionRow
{
    /// <summary>Grows with each entry.</summary>
    public long Id { get; init; }

    public required Guid CounterpartyId { get; init; }
    public required string OrderId { get; init; }
    public required Instant DecidedAt { get; init; }
    public required CreditVerdict Verdict { get; init; }
    public required string Decision { get; init; }

    public static DecisionRow Of(CreditDecisionEntry entry) =>
        new()
        {
            CounterpartyId = entry.Counterparty.Value,
            OrderId = entry.OrderId,
            DecidedAt = entry.DecidedAt,
            Verdict = entry.Verdict,
            Decision = entry.Decision,
        };

    public CreditDecisionEntry ToEntry() =>
        new()
        {
            Counterparty = new CounterpartyId(CounterpartyId),
            OrderId = OrderId,
            DecidedAt = DecidedAt,
            Verdict = Verdict,
            Decision = Decision,
        };
}
