using NodaTime;

namespace Settlements.Balances;

/// <summary>What the distributed cache holds for a counterparty: figures, or the word that older ones count no more.</summary>
/// <param name="Balance">The figures; null when there are none.</param>
/// <param name="InvalidatedAt">The moment before which figures were read that count no more; null with figures.</param>
internal sealed record BalancePayload(StoredBalance? Balance, Instant? InvalidatedAt)
{
    /// <summary>The moment before which nothing has a place here any more.</summary>
    internal Instant Since => Balance?.ReadAt ?? InvalidatedAt!.Value;
}
