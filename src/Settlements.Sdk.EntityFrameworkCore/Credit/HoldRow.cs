using NodaTime;
using Settlements.Credit;

namespace Settlements.EntityFrameworkCore.Credit;

/// <summary>A hold. Of an order's holds one at most is not settled.</summary>
internal sealed class HoldRow
{
    public long Id { get; init; }
    public required Guid CounterpartyId { get; init; }
    public required string OrderId { get; init; }
    public decimal Amount { get; set; }
    public Currency Currency { get; set; }
    public CreditHoldState State { get; set; }
    public Instant? ExpiresAt { get; set; }
    public Instant? SettledAt { get; set; }

    /// <summary>Whether it reserves credit at a moment.</summary>
    public bool IsActive(Instant now) => ToHold().IsActive(now);

    /// <summary>Holds an amount until a moment; for one that was confirmed the moment does not matter.</summary>
    public void Hold(Money amount, bool isConfirmed, Instant until)
    {
        (Amount, Currency) = (amount.Amount, amount.Currency);
        (State, ExpiresAt) = isConfirmed ? (CreditHoldState.Confirmed, (Instant?)null) : (CreditHoldState.Placed, until);
    }

    public void Confirm() => (State, ExpiresAt) = (CreditHoldState.Confirmed, null);

    public void Settle(Instant now) => (State, ExpiresAt, SettledAt) = (CreditHoldState.Settled, null, now);

    public CreditHold ToHold() =>
        new()
        {
            Counterparty = new CounterpartyId(CounterpartyId),
            OrderId = OrderId,
            Amount = new Money(Amount, Currency),
            State = State,
            ExpiresAt = ExpiresAt,
            SettledAt = SettledAt,
        };
}
