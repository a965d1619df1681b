using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Settlements.Credit;
using Settlements.EntityFrameworkCore;
using Settlements.IntegrationTests.Servers;
using Settlements.Payments;
using Settlements.Tests.Payments;

namespace Settlements.IntegrationTests.Stores.Outages;

/// <summary>A database that crashes in the middle and comes back: nothing is lost, nothing doubled, and whoever asks meanwhile is told clearly.</summary>
[NeedsPostgreSql]
public sealed class RestartTests : IAsyncLifetime
{
    private const int Workers = 8;

    private readonly TaskCompletionSource _halfway = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentBag<StoreException> _errors = [];
    private PostgreSqlServer _server = null!;
    private PostgreSqlStores _stores = null!;

    public async Task InitializeAsync()
    {
        _server = await PostgreSqlServer.NewAsync();
        _stores = new PostgreSqlStores(_server);
        await _stores.CreateAsync();
    }

    public async Task DisposeAsync()
    {
        await _stores.RemoveAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task In_the_middle_of_an_export_no_document_is_lost_or_done_twice()
    {
        const int Count = 400;
        var store = _stores.Open().GetRequiredService<IPaymentExportStore>();
        for (var id = 1; id <= Count; id++)
            await store.EnqueueAsync(Documents.New(id, account: id.ToString(CultureInfo.InvariantCulture)), CancellationToken.None);
        var sent = new ConcurrentDictionary<Guid, int>();

        var work = ExportAllAsync();
        await _halfway.Task;
        await _server.StopAsync();
        await FluentActions.Awaiting(() => store.GetAsync(Documents.IdOf(1), CancellationToken.None)).Should().ThrowAsync<StoreException>();
        _stopped.SetResult();
        await _server.StartAsync();
        await work;
        // A claim whose answer was lost is nobody's; its document is due again when the lease ends.
        await store.EndLeasesAsync(CancellationToken.None);
        await ExportAllAsync();

        _errors.Should().NotBeEmpty().And.OnlyContain(e => e.IsTransient && e.Error == SettlementsError.Unavailable);
        sent.Should().HaveCount(Count).And.OnlyContain(document => document.Value == 1);
        for (var id = 1; id <= Count; id++)
        {
            var status = await store.GetAsync(Documents.IdOf(id), CancellationToken.None);
            (status.Entry, status.Code?.DocumentId).Should().Be((null, Documents.IdOf(id)));
        }

        Task ExportAllAsync() => Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(ExportAsync)));

        async Task ExportAsync()
        {
            while (await AgainAsync(() => store.ListDueAsync(false, 50, CancellationToken.None)) is { Count: > 0 } due)
            {
                foreach (var entry in due)
                    await ExportOneAsync(entry.DocumentId);
            }
        }

        async Task ExportOneAsync(Guid id)
        {
            if (await OnceAsync(() => store.ClaimAsync(id, Duration.FromMinutes(15), CancellationToken.None)) is not { } claim)
                return;
            sent.AddOrUpdate(id, 1, (_, times) => times + 1);
            await StopHalfwayAsync(sent.Count, Count / 4);
            var code = new PaymentCode { Document = claim.Document, ExportedAt = claim.LeasedUntil };
            await AgainAsync(() => store.CompleteAsync(claim, code, CancellationToken.None));
        }
    }

    [Fact]
    public async Task In_the_middle_of_a_race_for_credit_exactly_as_much_is_held_as_fits()
    {
        const int Count = 300;
        var company = new CounterpartyId(Documents.IdOf(1));
        var store = _stores.Open().GetRequiredService<ICreditHoldStore>();
        var held = new ConcurrentBag<string>();

        var work = Task.WhenAll(Enumerable.Range(0, Workers).Select(number => Task.Run(() => HoldAsync(number))));
        await _halfway.Task;
        await _server.StopAsync();
        _stopped.SetResult();
        await _server.StartAsync();
        await work;

        _errors.Should().NotBeEmpty().And.OnlyContain(e => e.IsTransient && e.Error == SettlementsError.Unavailable);
        var kept = await store.ListAsync(company, null, CancellationToken.None);
        kept.Should().HaveCount(100, "a thousand and one roubles are a hundred times ten and a kopeck");
        kept.Select(hold => hold.OrderId).Should().BeEquivalentTo(held);

        async Task HoldAsync(int number)
        {
            for (var order = number; order < Count; order += Workers)
            {
                var request = new CreditHoldRequest
                {
                    Counterparty = company,
                    OrderId = order.ToString(CultureInfo.InvariantCulture),
                    Amount = Money.Rub(10.01m),
                    Ceiling = Money.Rub(1001.00m),
                    Lifetime = Duration.FromMinutes(30),
                };
                if (await AgainAsync(() => store.PlaceAsync(request, CancellationToken.None)) is not null)
                    held.Add(request.OrderId);
                await StopHalfwayAsync(held.Count, 40);
            }
        }
    }

    /// <summary>Says that it is time to stop the database, and waits for it: this worker's next call meets a database that is gone.</summary>
    private async Task StopHalfwayAsync(int done, int half)
    {
        if (done >= half && _halfway.TrySetResult())
            await _stopped.Task;
    }

    /// <summary>Asks once; a failure is no answer.</summary>
    private async Task<T?> OnceAsync<T>(Func<Task<T?>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (StoreException e)
        {
            _errors.Add(e);
            return null;
        }
    }

    /// <summary>Asks until the database answers.</summary>
    private async Task<T> AgainAsync<T>(Func<Task<T>> ask)
    {
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (StoreException e) when (e.IsTransient)
            {
                _errors.Add(e);
                await Task.Yield();
            }
        }
    }
}
