using Microsoft.Extensions.DependencyInjection;
using Settlements.Payments;
using Settlements.Tests.Payments;

namespace Settlements.IntegrationTests.Stores;

public sealed class SqliteAccountDirectoryTests : AccountDirectorySuite
{
    private readonly StoreFile _file = new();

    protected override IAccountDirectory Create() => _file.Open().GetRequiredService<IAccountDirectory>();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _file.Dispose();
    }
}
