namespace Settlements.Balances;

/// <summary>Where balances come from: 1C by <c>OneCBalanceClient</c>, or whatever the host has.</summary>
public interface IBalanceSource
{
    /// <summary>Asks the source now. An implementation must not answer from a cache: a checkout relies on it.</summary>
    /// <param name="counterparty">Whose balance.</param>
    /// <param name="cancellationToken">Cancels the request; that is <see cref="OperationCanceledException"/>.</param>
    /// <returns>The balance of exactly this counterparty; what the source did not state is null in it.</returns>
    /// <exception cref="SettlementsException">The source gave no usable answer. Any other exception is taken for a defect and passes through.</exception>
    Task<CounterpartyBalance> GetBalanceAsync(CounterpartyId counterparty, CancellationToken cancellationToken);
}
