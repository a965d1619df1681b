using NodaTime;

namespace Settlements.Credit;

/// <summary>What an order check asks a hold store to reserve.</summary>
public sealed record CreditHoldRequest
{
    /// <summary>Whose credit.</summary>
    public required CounterpartyId Counterparty { get; init; }

    /// <summary>The order; a hold that it has already is changed to the new amount.</summary>
    public required string OrderId { get; init; }

    /// <summary>How much; zero or more.</summary>
    public required Money Amount { get; init; }

    /// <summary>What all holds that count may come to with this one, in the same currency; may be negative; null when nothing bounds them.</summary>
    public Money? Ceiling { get; init; }

    /// <summary>When the reading began whose figures made the ceiling; null when there was no balance.</summary>
    public Instant? BalanceReadAt { get; init; }

    /// <summary>Orders whose documents that balance counts already, so that their holds must not count again.</summary>
    public IReadOnlySet<string> BookedOrders { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>How long the hold lives unless it is confirmed; above zero.</summary>
    public required Duration Lifetime { get; init; }

    /// <summary>Whether the amount fits under the ceiling beside a counterparty's holds: what every store decides by.</summary>
    /// <remarks>
    /// Those that count (<see cref="CreditHold.Counts"/>) are added, without this order's own and those of <see cref="BookedOrders"/>. One in another currency than
    /// the ceiling does not fit, nor a sum beyond what a decimal holds. Without a ceiling everything fits.
    /// </remarks>
    /// <param name="holds">Holds of <see cref="Counterparty"/>, those too that do not count.</param>
    /// <param name="now">The moment.</param>
    /// <exception cref="ArgumentNullException"><paramref name="holds"/> is null.</exception>
    public bool Fits(IEnumerable<CreditHold> holds, Instant now)
    {
        ArgumentNullException.ThrowIfNull(holds);
        if (Ceiling is not { } ceiling)
            return true;

        decimal? total = Amount.Amount;
        foreach (var hold in holds)
        {
            if (hold.OrderId == OrderId || BookedOrders.Contains(hold.OrderId) || !hold.Counts(now, BalanceReadAt))
                continue;
            if (hold.Amount.Currency != ceiling.Currency)
                return false;
            total = Exact.Sum(total, hold.Amount.Amount);
        }

        return total <= ceiling.Amount;
    }
}
