using Microsoft.Extensions.DependencyInjection;
using Settlements.Balances;

namespace Settlements.Benchmarks.BalanceImport;

/// <summary>An empty database with the store's tables.</summary>
internal interface IImportTarget : IAsyncDisposable
{
    /// <summary>Registers the stores over it.</summary>
    void AddStores(SettlementsBuilder builder);

    /// <summary>Writes balances into the tables as fast as the database takes them, in one transaction a table.</summary>
    Task WriteBareAsync(IAsyncEnumerable<CounterpartyBalance> balances, bool withLists, string readAt);
}
