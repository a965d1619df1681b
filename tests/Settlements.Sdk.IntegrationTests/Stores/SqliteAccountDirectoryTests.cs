using Microsoft.Extensions.DependencyInjection;
using Settlements.AcceptanceTests;
using Settlements.Payments;

namespace Settlements.IntegrationTests.Stores;

public sealed class SqliteAccountDirectoryTests : AccountDirectorySuite, IDisposable
{
    private readonly StoreFile _file = new();

    public void Dispose() => _file.Dispose();

    protected override Task<IAccountDirectory> CreateAsync(TimeProvider time) => OpenAgainAsync(time);

    protected override Task<IAccountDirectory> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult(_file.Open(time).GetRequiredService<IAccountDirectory>());
}
