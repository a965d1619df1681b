using NodaTime;
using Settlements.Balances;
using static Settlements.AcceptanceTests.ExampleBalances;

namespace Settlements.AcceptanceTests;

/// <summary>What every <see cref="IBalanceStore"/> does, whatever keeps it.</summary>
public abstract partial class BalanceStoreSuite : StoreSuite<IBalanceStore>
{
    private static readonly Duration Tick = Duration.FromTicks(1);
    private static readonly Duration Hour = Duration.FromHours(1);

    [Fact]
    public async Task Knows_nothing_at_first()
    {
        Promise.Equal(null, await Store.FindAsync(Company, None), "FindAsync gives null where no balance was kept");
        Promise.Equal([], await Store.ListAsync(null, 10, None), "ListAsync gives nobody before a balance was kept");
        Promise.Equal(
            new PaymentHistoryPage([], null),
            await HistoryPageAsync(null, 10),
            "a counterparty that is not known has no payments"
        );
        Promise.Equal(null, await Store.FindLastImportAsync(None), "FindLastImportAsync gives null before the first import");
    }

    [Fact]
    public async Task Keeps_the_balance_that_was_read_later()
    {
        await SaveAsync(Owing(100m), Noon);

        await SaveAsync(Whole(asOf: Noon + Hour), Noon - Tick, kept: false);
        await ExpectAsync(Owing(100m), Noon, "a balance that was read earlier changes nothing, whatever moment the source states");
        Promise.Equal([], await HistoryAsync(), "payments of a balance that is not kept do not join the history");

        await SaveAsync(Owing(200m), Noon);
        await ExpectAsync(Owing(200m), Noon, "a balance of the same moment takes the place of the one kept");

        await SaveAsync(Owing(300m, asOf: Noon - Hour), Noon + Tick);
        await ExpectAsync(Owing(300m, asOf: Noon - Hour), Noon + Tick, "a balance that was read later takes the place of the one kept");
    }

    [Fact]
    public async Task Leaves_nothing_of_the_balance_before()
    {
        await SaveAsync(Whole(), Noon);

        await SaveAsync(Bare(currency: Currency.Kzt), Noon + Hour);

        await ExpectAsync(
            Bare(currency: Currency.Kzt),
            Noon + Hour,
            "a balance takes the place of the one before as a whole, in another currency too: what it does not state is unknown again"
        );
    }

    [Fact]
    public async Task Keeps_counterparties_apart()
    {
        await SaveAsync(Whole(Id(1)), Noon);
        await SaveAsync(Owing(1m, Id(2)), Noon - Hour);

        await ExpectAsync(Whole(Id(1)), Noon, "a counterparty's balance is its own");
        await ExpectAsync(Owing(1m, Id(2)), Noon - Hour, "a counterparty's balance is its own");
        Promise.Equal([], await HistoryAsync(Id(2)), "a counterparty's payments are its own");
    }

    [Fact]
    public async Task Lists_counterparties_in_the_order_of_their_GUIDs_as_text()
    {
        // Each group of a GUID decides somewhere, and a byte order of another kind would order some pair otherwise.
        CounterpartyId[] ids =
        [
            CounterpartyId.Parse("00000001-0000-0000-0000-000000000000"),
            CounterpartyId.Parse("0000000a-0b00-0000-0000-000000000001"),
            CounterpartyId.Parse("0000000a-0b00-0100-0000-000000000000"),
            CounterpartyId.Parse("0000000a-0b00-0100-0001-000000000000"),
            CounterpartyId.Parse("0000000a-0b00-0100-0100-000000000000"),
            CounterpartyId.Parse("0000000a-0b01-0000-0000-000000000000"),
            CounterpartyId.Parse("01000000-0000-0000-0000-000000000000"),
            CounterpartyId.Parse("7fffffff-ffff-ffff-ffff-ffffffffffff"),
            CounterpartyId.Parse("80000000-0000-0000-0000-000000000000"),
            CounterpartyId.Parse("ffffffff-ffff-ffff-ffff-fffffffffff0"),
        ];
        foreach (var id in ids.Reverse())
            await SaveAsync(Owing(1m, id), Noon);

        foreach (var limit in (int[])[1, 3, 5, 10, 11, int.MaxValue])
            Promise.Equal(
                ids,
                await ListedAsync(limit),
                $"counterparties are listed in the order of their GUIDs as text, in pages of {limit}"
            );
        Promise.Equal(
            ids[6..],
            await Store.ListAsync(CounterpartyId.Parse("0000000a-0b01-0000-0000-000000000001"), 10, None),
            "a page may begin after a counterparty that is not kept"
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Refuses_a_page_of_nothing(int limit)
    {
        await Promise.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Store.ListAsync(null, limit, None),
            "ListAsync refuses a limit that is not above zero"
        );
        await Promise.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Store.ListPaymentsAsync(Company, null, limit, None),
            "ListPaymentsAsync refuses a limit that is not above zero"
        );
    }

    [Fact]
    public async Task Shows_another_instance_what_it_keeps()
    {
        await SaveAsync(Whole(), Noon);
        await ImportAsync(Noon, BalanceImportKind.Delta, Owing(5m, Id(2)));
        var other = await OpenAgainAsync(Clock);

        Promise.Equal(
            new StoredBalance(Whole(), Noon),
            await other.FindAsync(Company, None),
            "another instance over the same data finds what the first one keeps"
        );
        Promise.Equal(2, (await other.ListAsync(null, 10, None)).Count, "another instance lists what the first one keeps");
        Promise.Equal(
            await Store.FindLastImportAsync(None),
            await other.FindLastImportAsync(None),
            "another instance knows the last import of the first one"
        );
    }

    [Fact]
    public async Task Does_nothing_when_it_is_cancelled_before_it_begins()
    {
        await Promise.ThrowsAsync<OperationCanceledException>(
            () => Store.SaveAsync(new StoredBalance(Whole(), Noon), new CancellationToken(canceled: true)),
            "a call whose token is cancelled throws OperationCanceledException"
        );

        Promise.Equal(null, await Store.FindAsync(Company, None), "a cancelled call changes nothing");
    }

    private async Task SaveAsync(CounterpartyBalance balance, Instant readAt, bool kept = true) =>
        Promise.Equal(
            kept,
            await Store.SaveAsync(new StoredBalance(balance, readAt), None),
            "SaveAsync says whether it kept the balance: it does unless the one kept was read later"
        );

    private async Task ExpectAsync(CounterpartyBalance expected, Instant readAt, string promise) =>
        Promise.Equal(new StoredBalance(expected, readAt), await Store.FindAsync(expected.Counterparty, None), promise);

    private async Task<IReadOnlyList<CounterpartyId>> ListedAsync(int limit)
    {
        List<CounterpartyId> listed = [];
        IReadOnlyList<CounterpartyId> page;
        do
        {
            page = await Store.ListAsync(listed.Count == 0 ? null : listed[^1], limit, None);
            Promise.Kept(page.Count <= limit, $"a page holds at most {limit} counterparties", page.Count);
            listed.AddRange(page);
            Promise.Kept(listed.Count <= 10_000, "pages come to an end: each begins after the one before");
        } while (page.Count > 0);

        return listed;
    }
}
