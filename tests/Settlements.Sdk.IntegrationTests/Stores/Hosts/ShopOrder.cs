namespace Settlements.IntegrationTests.Stores.Hosts;

public sealed class ShopOrder
{
    public required string Id { get; init; }
}
