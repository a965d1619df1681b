using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using Settlements.Balances;
using Settlements.Credit;

namespace Settlements.Tests.Balances;

public sealed class BalanceReaderOptionsTests : IDisposable
{
    private readonly ReaderCase _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public void The_defaults_are_right() => new BalanceReaderOptions().Problems().Should().BeEmpty();

    [Theory]
    [InlineData("Lifetime", "00:00:00", "Lifetime is 0 seconds; it must be above zero and at most one day")]
    [InlineData("Lifetime", "1.00:00:01", "Lifetime is 86401 seconds; it must be above zero and at most one day")]
    [InlineData("MemoryLifetime", "00:10:01", "MemoryLifetime is 601 seconds; it must be between zero and Lifetime (600 seconds)")]
    [InlineData("MemoryLifetime", "-00:00:01", "MemoryLifetime is -1 seconds")]
    [InlineData("MaxSnapshotAge", "00:00:00", "MaxSnapshotAge is 0 seconds; it must be above zero, or null")]
    [InlineData("SnapshotAfter", "-00:00:01", "SnapshotAfter is -1 seconds; it must be between zero and one day, or null")]
    [InlineData(
        "DistributedCacheTimeout",
        "00:00:00",
        "DistributedCacheTimeout is 0 seconds; it must be above zero and at most one minute"
    )]
    [InlineData("StoreTimeout", "00:01:01", "StoreTimeout is 61 seconds; it must be above zero and at most one minute")]
    [InlineData("FailurePause", "-00:00:01", "FailurePause is -1 seconds; it must be between zero and one day")]
    [InlineData("KeyPrefix", " ", "KeyPrefix is blank")]
    [InlineData("MemoryEntryLimit", "0", "MemoryEntryLimit is 0; it must be above zero")]
    [InlineData("MemoryEntryLimit", "many", "MemoryEntryLimit cannot be read: give a whole number")]
    [InlineData("SnapshotAfter", "soon", "SnapshotAfter cannot be read: give a time such as 00:00:15, or an empty text for none")]
    [InlineData("Redis", "yes", "Redis is no option")]
    public void A_wrong_option_names_itself_its_value_and_the_fix(string key, string value, string message) =>
        FluentActions
            .Invoking(() => Configured((key, value)))
            .Should()
            .Throw<OptionsValidationException>()
            .WithMessage($"BalanceReaderOptions.{message}*");

    [Fact]
    public void Options_come_from_configuration()
    {
        var options = Configured(
            ("Lifetime", "00:05:00"),
            ("MemoryLifetime", "00:00:30"),
            ("MaxSnapshotAge", ""),
            ("SnapshotAfter", "00:00:01"),
            ("DistributedCacheTimeout", "00:00:00.2"),
            ("StoreTimeout", "00:00:00.3"),
            ("FailurePause", "00:00:07"),
            ("KeyPrefix", "shop:"),
            ("MemoryEntryLimit", "5")
        );

        options
            .Should()
            .BeEquivalentTo(
                new BalanceReaderOptions
                {
                    Lifetime = Duration.FromMinutes(5),
                    MemoryLifetime = Duration.FromSeconds(30),
                    MaxSnapshotAge = null,
                    SnapshotAfter = Duration.FromSeconds(1),
                    DistributedCacheTimeout = Duration.FromMilliseconds(200),
                    StoreTimeout = Duration.FromMilliseconds(300),
                    FailurePause = Duration.FromSeconds(7),
                    KeyPrefix = "shop:",
                    MemoryEntryLimit = 5,
                }
            );
    }

    [Fact]
    public void A_reader_made_by_hand_refuses_a_wrong_option_too() =>
        FluentActions
            .Invoking(() => _case.Reader(configure: options => options.KeyPrefix = ""))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("BalanceReaderOptions.KeyPrefix is blank*");

    [Fact]
    public async Task The_host_gives_cache_and_store_and_the_order_check_reads_through_the_reader()
    {
        await using var services = Host(settlements =>
            settlements.AddOrderCheck(options => options.MaxSnapshotAge = Duration.FromHours(1)).AddBalanceReader()
        );
        _case.Owes(5m);

        await services
            .GetRequiredService<OrderCheck>()
            .CheckAsync(new OrderToCheck("A-1", ReaderCase.Customer, Money.Rub(1m), new LocalDate(2026, 11, 21)));

        _case.Cache.Entries.Should().ContainKey(ReaderCase.Key(ReaderCase.Customer));
        (await _case.Store.FindAsync(ReaderCase.Customer, default))!.Balance.Debt.Should().Be(Money.Rub(5m));
        (await services.GetRequiredService<BalanceReader>().GetAsync(ReaderCase.Customer, Freshness.Cached))
            .Origin.Should()
            .Be(BalanceOrigin.Cache);
    }

    [Fact]
    public async Task A_check_that_may_decide_from_snapshots_needs_a_reader_with_a_store()
    {
        await using var services = Host(settlements =>
            settlements.AddOrderCheck(options => options.MaxSnapshotAge = Duration.FromHours(1))
        );

        FluentActions
            .Invoking(services.GetRequiredService<OrderCheck>)
            .Should()
            .Throw<OptionsValidationException>()
            .WithMessage("OrderCheckOptions.MaxSnapshotAge is set, and there are no snapshots*");
    }

    private ServiceProvider Host(Action<SettlementsBuilder> add)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_case.Time);
        services.AddSingleton<IBalanceSource>(_case.Source);
        services.AddSingleton<IDistributedCache>(_case.Cache);
        services.AddSingleton<IBalanceStore>(_case.Store);
        add(services.AddSettlements());
        return services.BuildServiceProvider();
    }

    private BalanceReaderOptions Configured(params (string Key, string Value)[] values)
    {
        var section = new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value)))
            .Build();
        using var services = Host(settlements => settlements.AddBalanceReader(section));
        return services.GetRequiredService<IOptions<BalanceReaderOptions>>().Value;
    }
}
