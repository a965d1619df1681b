using Settlements.Balances;
using static Settlements.AcceptanceTests.ExampleBalances;

namespace Settlements.AcceptanceTests;

/// <content>Many at one moment.</content>
public abstract partial class BalanceStoreSuite
{
    [Fact]
    public async Task Keeps_the_newest_of_many_that_are_saved_at_one_moment()
    {
        var kept = await AtOneMomentAsync(
            40,
            (store, number) => store.SaveAsync(new StoredBalance(Generation(number, Company), Noon + number * Tick), None)
        );

        Promise.Equal(true, kept[39], "the balance that was read last is kept");
        await ExpectAsync(
            Generation(39, Company),
            Noon + 39 * Tick,
            "of many balances that are saved at one moment the one that was read last stays"
        );
    }

    [Fact]
    public async Task Never_shows_a_mixture_of_two_balances()
    {
        var found = await AtOneMomentAsync(
            40,
            async (store, number) =>
            {
                await store.SaveAsync(new StoredBalance(Generation(number, Company), Noon), None);
                return await store.FindAsync(Company, None);
            }
        );

        foreach (var balance in found)
            _ = GenerationOf(balance);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Loses_no_balance_that_is_saved_while_an_import_is_applied(bool isCommitted)
    {
        await SaveAsync(Owing(1m, Id(1)), Noon - Hour);
        await SaveAsync(Owing(2m, Id(2)), Noon - Hour);
        await using var import = await Store.BeginImportAsync(new(BalanceImportKind.FullSnapshot, Noon), None);
        await import.AddBalancesAsync(Rows(Owing(10m, Id(1)), Owing(40m, Id(4))), None);
        await CheckAsync(import);
        await import.ApplyAsync(clearMissing: true, None);

        // Newer than the import: of one with a row, of one who is missing, of one who is in neither.
        CounterpartyBalance[] live = [Owing(100m, Id(1)), Owing(200m, Id(2)), Owing(300m, Id(3))];
        var other = await OpenAgainAsync(Clock);
        var saving = live.Select(balance => Task.Run(() => other.SaveAsync(new StoredBalance(balance, Noon + Tick), None))).ToList();
        await GiveTimeAsync(Task.WhenAll(saving));
        if (isCommitted)
            await import.CommitAsync(None);
        else
            await import.DisposeAsync();
        var kept = await Task.WhenAll(saving);

        Promise.Kept(kept.All(saved => saved), "a balance that was read after the import's moment is kept", kept);
        foreach (var balance in live)
            await ExpectAsync(
                balance,
                Noon + Tick,
                "a balance that is saved while an import is applied is neither lost nor overwritten by older figures"
            );
        Promise.Equal(
            isCommitted,
            await Store.FindAsync(Id(4), None) is not null,
            "the import's other rows are there once it is committed"
        );
    }

    [Fact]
    public async Task Puts_no_older_balance_over_an_import_that_was_applied_before()
    {
        await SaveAsync(Owing(1m), Noon - Hour);
        await using var import = await Store.BeginImportAsync(new(BalanceImportKind.Delta, Noon), None);
        await import.AddBalancesAsync(Rows(Owing(10m)), None);
        await CheckAsync(import);
        await import.ApplyAsync(clearMissing: false, None);

        var saving = Task.Run(() => Store.SaveAsync(new StoredBalance(Owing(5m), Noon - Tick), None));
        await GiveTimeAsync(saving);
        await import.CommitAsync(None);
        await saving;

        await ExpectAsync(Owing(10m), Noon, "a balance that was read before the import's moment does not outlive it");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lets_an_import_wait_for_the_one_before_it(bool isCommitted)
    {
        await using var first = await Store.BeginImportAsync(new(BalanceImportKind.FullSnapshot, Noon), None);
        await using var second = await (await OpenAgainAsync(Clock)).BeginImportAsync(
            new(BalanceImportKind.FullSnapshot, Noon + Hour),
            None
        );
        await first.AddBalancesAsync(Rows(Owing(1m, Id(1)), Owing(2m, Id(2))), None);
        await second.AddBalancesAsync(Rows(Owing(1m, Id(1)), Owing(3m, Id(3))), None);
        await CheckAsync(first);
        await CheckAsync(second);
        await first.ApplyAsync(clearMissing: true, None);

        var applying = Task.Run(() => second.ApplyAsync(clearMissing: true, None));
        await GiveTimeAsync(applying);
        if (isCommitted)
            await first.CommitAsync(None);
        await first.DisposeAsync();
        var changes = await applying;
        await second.CommitAsync(None);

        Promise.Equal(
            isCommitted
                ? Counts(added: 1, unchanged: 1, cleared: 1, debtorsBefore: 2, debtorsCleared: 1, previous: Noon)
                : Counts(added: 2),
            changes,
            "an import is applied to what the one before it has left"
        );
        Promise.Equal(
            isCommitted,
            await Store.FindAsync(Id(2), None) is not null,
            "what the import before brought stays, if it was committed"
        );
        await ExpectAsync(Owing(3m, Id(3)), Noon + Hour, "the import that waited is seen after its commit");
    }

    [Fact]
    public async Task Shows_readers_of_an_import_all_or_nothing()
    {
        const int Generations = 8;
        await ImportGenerationAsync(0);
        var reader = await OpenAgainAsync(Clock);
        var done = new TaskCompletionSource();
        var reading = Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadAsync(reader, done.Task), None)).ToList();

        try
        {
            for (var generation = 1; generation <= Generations; generation++)
                await ImportGenerationAsync(generation);
        }
        finally
        {
            done.SetResult();
        }

        await Task.WhenAll(reading);

        for (var id = 1; id <= 5; id++)
            Promise.Equal(Generations, GenerationOf(await Store.FindAsync(Id(id), None)), "the last import is seen when all are committed");
    }

    /// <summary>
    /// Lets a call come as far as it can before the import goes on: to its end in a store where it need not wait, else nowhere. No promise hangs on how long that takes.
    /// </summary>
    private static async Task GiveTimeAsync(Task call) =>
        await Task.WhenAny(call, Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, None));

    private async Task ImportGenerationAsync(int generation) =>
        await ImportAsync(
            Noon + generation * Hour,
            BalanceImportKind.FullSnapshot,
            [.. Enumerable.Range(1, 5).Select(id => Generation(generation, Id(id)))]
        );

    /// <summary>Reads one counterparty after the other: once one of them is of an import, none that is read later may be of an earlier one.</summary>
    private async Task ReadAsync(IBalanceStore store, Task done)
    {
        var seen = 0;
        do
        {
            for (var id = 1; id <= 5; id++)
            {
                var generation = GenerationOf(await store.FindAsync(Id(id), None));
                Promise.Kept(generation >= seen, "who has seen one row of an import sees them all", (seen, generation));
                seen = generation;
            }
        } while (!done.IsCompleted);
    }

    private static CounterpartyBalance Generation(int number, CounterpartyId id) =>
        Owing(number, id) with
        {
            Documents = [.. Enumerable.Range(0, 1 + number % 5).Select(place => Document($"{place}", number))],
            Payments = [.. Enumerable.Range(0, 1 + number % 3).Select(place => Payment($"{number}-{place}", 1, number))],
        };

    private int GenerationOf(StoredBalance? found)
    {
        var balance = Promise.Present(found, "a balance that is kept is found").Balance;
        var number = (int)balance.Debt!.Value.Amount;
        Promise.Equal(
            Generation(number, balance.Counterparty),
            balance,
            "a reader sees a counterparty's figures, documents and payments of one moment"
        );
        return number;
    }
}
