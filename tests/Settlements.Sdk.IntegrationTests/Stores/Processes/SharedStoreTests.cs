using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Settlements.Credit;
using Settlements.Payments;
using Settlements.Tests.Payments;

namespace Settlements.IntegrationTests.Stores.Processes;

/// <summary>Eight processes over one database.</summary>
public abstract class SharedStoreTests : IAsyncLifetime
{
    private const int Processes = 8;
    private const int Requests = 500;
    private const decimal Each = 1000.01m;
    private const decimal Ceiling = 123_456.78m;

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Eight_processes_do_each_of_10000_documents_once()
    {
        const int Count = 10_000;
        await Open().GetRequiredService<IPaymentExportStore>().EnqueueAsync(Documents.New(account: "1"), CancellationToken.None);
        await FillAsync(2, Count);

        var done = await RunAsync("work", Count);

        done.Order().Should().Equal(Enumerable.Range(1, Count));
        var store = Open().GetRequiredService<IPaymentExportStore>();
        (await store.ListDueAsync(true, 1, CancellationToken.None)).Should().BeEmpty();
        (await store.GetAsync(Documents.IdOf(Count), CancellationToken.None)).Code.Should().NotBeNull();
    }

    [Fact]
    public async Task Eight_processes_hold_exactly_as_much_of_500_orders_as_fits_under_the_ceiling()
    {
        var held = await RunAsync("hold", Requests);

        var kept = await Open()
            .GetRequiredService<ICreditHoldStore>()
            .ListAsync(new CounterpartyId(Documents.IdOf(1)), null, CancellationToken.None);
        kept.Should().HaveCount((int)(Ceiling / Each)).And.OnlyContain(hold => hold.Amount == Money.Rub(Each));
        kept.Select(hold => hold.OrderId).Should().BeEquivalentTo(held.Select(Text));
    }

    /// <summary>What a worker is given to find the database by.</summary>
    protected abstract string Database { get; }

    protected abstract ServiceProvider Open();

    /// <summary>Puts more documents into the queue.</summary>
    protected abstract Task FillAsync(int from, int to);

    /// <summary>Shares numbers from 1 among the processes, lets them begin at one moment, and gives back what they said.</summary>
    private async Task<List<int>> RunAsync(string work, int count)
    {
        var share = count / Processes + 1;
        var workers = await Task.WhenAll(
            Enumerable
                .Range(0, Processes)
                .Select(number =>
                    StoreWorkerProcess.StartAsync(work, Database, Text(number * share + 1), Text(Math.Min(share, count - number * share)))
                )
        );
        var outputs = await Task.WhenAll(workers.Select(StoreWorkerProcess.FinishAsync));
        return [.. outputs.SelectMany(lines => lines).Select(line => int.Parse(line, CultureInfo.InvariantCulture))];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
