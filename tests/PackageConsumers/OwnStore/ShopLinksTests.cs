using Settlements.AcceptanceTests;
using Settlements.Linking;

namespace OwnStore;

public sealed class ShopLinksTests : CounterpartyLinkStoreSuite
{
    private readonly ShopDatabase _database = new();

    protected override Task<ICounterpartyLinkStore> CreateAsync(TimeProvider time) => OpenAgainAsync(time);

    protected override Task<ICounterpartyLinkStore> OpenAgainAsync(TimeProvider time) =>
        Task.FromResult<ICounterpartyLinkStore>(new ShopLinks(_database));
}
