using Settlements.IntegrationTests.Servers;
using Settlements.Testing;

namespace Settlements.IntegrationTests.Caching;

/// <summary>Processes of one shop over one real Redis and one emulated 1C.</summary>
[NeedsRedis]
public sealed class SharedCacheTests : IAsyncLifetime
{
    private static readonly CounterpartyId[] Customers =
    [
        .. Enumerable.Range(1, 5).Select(number => new CounterpartyId(new Guid(number, 0, 0, new byte[8]))),
    ];

    private readonly List<ShopProcess> _shops = [];
    private RedisServer _redis = null!;
    private OneCEmulator _oneC = null!;

    public async Task InitializeAsync()
    {
        _redis = await RedisServer.NewAsync();
        _oneC = await OneCEmulator.StartAsync();
        Owe(1);
    }

    public async Task DisposeAsync()
    {
        foreach (var shop in _shops)
            await shop.DisposeAsync();
        await _oneC.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task A_second_process_needs_no_call_to_1c()
    {
        var (first, second) = (await ShopAsync(), await ShopAsync());

        (await first.AskAsync("cached")).Should().Be("Live 1");
        (await second.AskAsync("cached")).Should().Be("Cache 1");

        _oneC.Requests.Count.Should().Be(1);
    }

    [Fact]
    public async Task What_a_checkout_of_one_process_read_is_what_a_page_of_another_shows()
    {
        var (first, second) = (await ShopAsync(), await ShopAsync());
        await first.AskAsync("cached");
        Owe(2);

        (await second.AskAsync("live")).Should().Be("Live 2");

        (await (await ShopAsync()).AskAsync("cached")).Should().Be("Cache 2");
        _oneC.Requests.Count.Should().Be(2);
    }

    [Fact]
    public async Task A_payment_that_one_process_hears_of_makes_the_next_page_of_another_ask_1c()
    {
        var (first, second) = (await ShopAsync(), await ShopAsync());
        await first.AskAsync("cached");
        Owe(2);

        (await first.AskAsync("invalidate")).Should().Be("True");

        (await second.AskAsync("cached")).Should().Be("Live 2");
    }

    [Fact]
    public async Task While_redis_is_away_each_process_works_by_itself_and_shares_again_afterwards()
    {
        var shop = await ShopAsync();
        await _redis.KillAsync();

        (await shop.AskAsync("live")).Should().Be("Live 1");
        (await shop.AskAsync("invalidate")).Should().Be("False");
        Owe(2);
        (await shop.AskAsync("cached")).Should().Be("Live 2");
        await _redis.StartAsync();

        await SharesAgainAsync(shop);
    }

    [Fact]
    public async Task Redis_killed_and_restarted_in_the_middle_of_the_load_costs_nobody_an_answer_and_makes_no_live_reading_stale()
    {
        ShopProcess[] shops = [await ShopAsync(), await ShopAsync()];
        foreach (var shop in shops)
            (await shop.AskAsync("load")).Should().Be("loading");
        var debt = 1;

        for (var round = 0; round < 3; round++)
        {
            await GoOnAsync(shops, 500);
            Owe(++debt);
            await GoOnAsync(shops, 500);
            await _redis.KillAsync();
            await GoOnAsync(shops, 500);
            Owe(++debt);
            await GoOnAsync(shops, 500);
            await _redis.StartAsync();
        }

        await GoOnAsync(shops, 500);
        foreach (var shop in shops)
            (await shop.AskAsync("stop")).Should().BeEmpty();
        await SharesAgainAsync(shops[0]);
    }

    private static async Task GoOnAsync(ShopProcess[] shops, long readings) =>
        await Task.WhenAll(shops.Select(shop => shop.GoOnAsync(readings)));

    /// <summary>The client finds the new server in its own time; from then on a process that has never asked 1C finds what this one has read.</summary>
    private async Task SharesAgainAsync(ShopProcess shop)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await shop.AskAsync("invalidate") != "True")
            patience.Token.ThrowIfCancellationRequested();
        var read = await shop.AskAsync("live");

        (await (await ShopAsync()).AskAsync("cached")).Should().Be(read!.Replace("Live", "Cache", StringComparison.Ordinal));
    }

    private async Task<ShopProcess> ShopAsync()
    {
        var shop = await ShopProcess.StartAsync(_redis.Port, _oneC.BaseUrl, Customers);
        _shops.Add(shop);
        return shop;
    }

    private void Owe(int debt)
    {
        foreach (var customer in Customers)
            _oneC.SetBalance(customer, new EmulatedBalance { Currency = "RUB", Debt = debt });
    }
}
