using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Settlements.Credit;
using Settlements.EntityFrameworkCore;
using Settlements.Payments;
using Settlements.Tests.Payments;

namespace Settlements.IntegrationTests.Stores.Hosts;

/// <summary>The stores in a host's own context: what is written in its transaction is kept or undone with it.</summary>
public abstract class HostContextTests : IAsyncLifetime
{
    private static readonly CounterpartyId Company = new(Guid.Parse("5f2b0c1e-0000-4000-8000-000000000001"));

    private ServiceProvider _services = null!;

    private ICreditHoldStore Holds => _services.GetRequiredService<ICreditHoldStore>();

    private IPaymentExportStore Export => _services.GetRequiredService<IPaymentExportStore>();

    public async Task InitializeAsync()
    {
        await CreateDatabaseAsync();
        var services = new ServiceCollection();
        services.AddDbContextFactory<ShopContext>(Connect);
        services.AddSettlements().AddStores<ShopContext>();
        _services = services.BuildServiceProvider();
        await using var context = NewContext();
        await context.Database.EnsureCreatedAsync();
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await RemoveDatabaseAsync();
    }

    [Fact]
    public async Task Keeps_a_hold_and_a_document_with_the_order_they_belong_to()
    {
        await using (var context = NewContext())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            await WriteAsync(context);
            await transaction.CommitAsync();
        }

        (await CountsAsync()).Should().Be((1, 1, 1));
    }

    [Fact]
    public async Task Undoes_a_hold_and_a_document_with_the_order_they_belong_to()
    {
        await using (var context = NewContext())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            await WriteAsync(context);
            (await context.CreditHoldStore(TimeProvider.System).ListAsync(Company, null, CancellationToken.None))
                .Should()
                .ContainSingle("the transaction sees its own writes");
            await transaction.RollbackAsync();
        }

        (await CountsAsync()).Should().Be((0, 0, 0));
    }

    [Fact]
    public async Task Writes_nothing_of_what_the_context_only_tracks()
    {
        await using (var context = NewContext())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            context.Orders.Add(new ShopOrder { Id = "A-1" });
            await context.PaymentExportStore(TimeProvider.System).EnqueueAsync(Documents.New(), CancellationToken.None);
            await transaction.CommitAsync();
        }

        (await CountsAsync()).Should().Be((0, 0, 1));
    }

    [Fact]
    public async Task Is_a_transaction_of_its_own_where_the_context_has_begun_none()
    {
        await using (var context = NewContext())
        {
            (await context.CreditHoldStore(TimeProvider.System).PlaceAsync(Request("A-1", 100m, 100m), CancellationToken.None))
                .Should()
                .NotBeNull();
            context.Database.GetDbConnection().State.Should().Be(System.Data.ConnectionState.Closed, "it was closed before");
        }

        (await CountsAsync()).Should().Be((0, 1, 0));
    }

    [Fact]
    public async Task Counts_under_one_ceiling_what_others_hold()
    {
        await Holds.PlaceAsync(Request("A-1", 60m, 100m), CancellationToken.None);
        await using var context = NewContext();
        await using var transaction = await context.Database.BeginTransactionAsync();

        var store = context.CreditHoldStore(TimeProvider.System);
        (await store.PlaceAsync(Request("A-2", 41m, 100m), CancellationToken.None)).Should().BeNull();
        (await store.PlaceAsync(Request("A-2", 40m, 100m), CancellationToken.None)).Should().NotBeNull();
    }

    [Fact]
    public async Task Confirms_a_hold_with_the_order()
    {
        await Holds.PlaceAsync(Request("A-1", 60m, 100m), CancellationToken.None);
        await using (var context = NewContext())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            (await context.CreditHoldStore(TimeProvider.System).ConfirmAsync(Company, "A-1", CancellationToken.None)).Should().BeTrue();
            await transaction.RollbackAsync();
        }

        (await Holds.ListAsync(Company, null, CancellationToken.None))
            .Should()
            .ContainSingle()
            .Which.State.Should()
            .Be(CreditHoldState.Placed);
    }

    [Fact]
    public async Task Goes_on_in_a_transaction_after_the_store_refused_what_it_was_given()
    {
        await Export.EnqueueAsync(Documents.New(), CancellationToken.None);
        await using (var context = NewContext())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            var store = context.PaymentExportStore(TimeProvider.System);
            (await store.EnqueueAsync(Documents.New() with { Number = "2" }, CancellationToken.None))
                .Should()
                .Be(PaymentEnqueueOutcome.Conflict);
            (await store.EnqueueAsync(Documents.New(2), CancellationToken.None)).Should().Be(PaymentEnqueueOutcome.Added);
            await transaction.CommitAsync();
        }

        (await Export.ListDueAsync(false, 10, CancellationToken.None)).Should().HaveCount(2);
    }

    [Fact]
    public async Task Takes_the_context_from_a_scope_where_there_is_no_factory()
    {
        var services = new ServiceCollection();
        services.AddDbContext<ShopContext>(Connect);
        services.AddSettlements().AddStores<ShopContext>();
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredService<ICreditHoldStore>().PlaceAsync(Request("A-1", 60m, 100m), CancellationToken.None);

        (await CountsAsync()).Should().Be((0, 1, 0));
        provider.GetService<SettlementsDatabase>().Should().BeNull("the host migrates its own database");
    }

    [Fact]
    public async Task Says_how_to_add_the_tables_to_a_context_without_them()
    {
        var options = new DbContextOptionsBuilder<BareContext>();
        Connect(options);
        await using var context = new BareContext(options.Options);

        var refusal = await FluentActions
            .Awaiting(() => context.CreditHoldStore(TimeProvider.System).ListAsync(Company, null, CancellationToken.None))
            .Should()
            .ThrowAsync<InvalidOperationException>();

        refusal.WithMessage("BareContext has no tables of the stores: call modelBuilder.AddSettlements()*");
    }

    protected abstract Task CreateDatabaseAsync();

    /// <summary>How a context reaches the database.</summary>
    protected abstract void Connect(DbContextOptionsBuilder builder);

    protected abstract Task RemoveDatabaseAsync();

    protected ShopContext NewContext() => _services.GetRequiredService<IDbContextFactory<ShopContext>>().CreateDbContext();

    protected static CreditHoldRequest Request(string order, decimal amount, decimal ceiling) =>
        new()
        {
            Counterparty = Company,
            OrderId = order,
            Amount = Money.Rub(amount),
            Ceiling = Money.Rub(ceiling),
            Lifetime = Duration.FromMinutes(30),
        };

    private static async Task WriteAsync(ShopContext context)
    {
        context.Orders.Add(new ShopOrder { Id = "A-1" });
        await context.SaveChangesAsync();
        (await context.CreditHoldStore(TimeProvider.System).PlaceAsync(Request("A-1", 100m, 100m), CancellationToken.None))
            .Should()
            .NotBeNull();
        (await context.PaymentExportStore(TimeProvider.System).EnqueueAsync(Documents.New(), CancellationToken.None))
            .Should()
            .Be(PaymentEnqueueOutcome.Added);
    }

    private async Task<(int Orders, int Holds, int Documents)> CountsAsync()
    {
        await using var context = NewContext();
        return (
            await context.Orders.CountAsync(),
            (await Holds.ListAsync(Company, null, CancellationToken.None)).Count,
            (await Export.ListDueAsync(true, 10, CancellationToken.None)).Count
        );
    }
}
