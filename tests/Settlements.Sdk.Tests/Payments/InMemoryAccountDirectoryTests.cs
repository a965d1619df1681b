using Settlements.Payments;

namespace Settlements.Tests.Payments;

public sealed class InMemoryAccountDirectoryTests : AccountDirectorySuite
{
    protected override IAccountDirectory Create() => new InMemoryAccountDirectory();
}
