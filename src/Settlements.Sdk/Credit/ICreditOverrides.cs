namespace Settlements.Credit;

/// <summary>Where the host keeps what managers have approved.</summary>
public interface ICreditOverrides
{
    /// <summary>The override that somebody has given for this order or its counterparty, in force or not; null when there is none.</summary>
    Task<CreditOverride?> FindAsync(OrderToCheck order, CancellationToken cancellationToken);
}
