using Settlements.Balances;

namespace Settlements.Tests.Balances;

/// <summary>The part of a balance store that readings use, and that can be made to fail.</summary>
internal sealed class LastKnownBalances : IBalanceStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<CounterpartyId, StoredBalance> _balances = [];

    /// <summary>Awaited before each step, <c>find</c> or <c>save</c>. Throws what the store is to throw.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public async Task<StoredBalance?> FindAsync(CounterpartyId counterparty, CancellationToken cancellationToken)
    {
        await Before("find");
        lock (_lock)
            return _balances.GetValueOrDefault(counterparty);
    }

    public async Task<bool> SaveAsync(StoredBalance balance, CancellationToken cancellationToken)
    {
        await Before("save");
        lock (_lock)
        {
            var id = balance.Balance.Counterparty;
            if (_balances.TryGetValue(id, out var known) && known.ReadAt > balance.ReadAt)
                return false;
            _balances[id] = balance;
            return true;
        }
    }

    public Task<IReadOnlyList<CounterpartyId>> ListAsync(CounterpartyId? after, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<PaymentHistoryPage> ListPaymentsAsync(
        CounterpartyId counterparty,
        string? after,
        int limit,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<BalanceImportRecord?> FindLastImportAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IBalanceImport> BeginImportAsync(BalanceImportScope scope, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
