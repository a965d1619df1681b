using NodaTime;
using Settlements.Balances;
using Settlements.Terms;
using static Settlements.AcceptanceTests.ExampleBalances;

namespace Settlements.AcceptanceTests;

/// <content>Imports: what they bring, count and leave.</content>
public abstract partial class BalanceStoreSuite
{
    [Fact]
    public async Task Brings_balances_as_of_the_moment_of_the_import_and_remembers_it()
    {
        var scope = new BalanceImportScope(BalanceImportKind.FullSnapshot, Noon);
        await using var import = await Store.BeginImportAsync(scope, None);
        await import.AddBalancesAsync(Rows(Whole(Id(1)), Bare(Id(2), Noon - Hour)), None);
        await import.AddBalancesAsync(Rows(Owing(3m, Id(3))), None);
        await CheckAsync(import);
        var changes = await import.ApplyAsync(clearMissing: true, None);
        Clock.Advance(Hour);
        await import.CommitAsync(None);

        Promise.Equal(Counts(added: 3), changes, "counterparties that the store did not have are added");
        await ExpectAsync(Whole(Id(1)), Noon, "ReadAt is the moment of the import");
        await ExpectAsync(Bare(Id(2), Noon - Hour), Noon, "ReadAt is the moment of the import, AsOf what the row says");
        Promise.Equal([Id(1), Id(2), Id(3)], await ListedAsync(10), "what was imported is listed");
        Promise.Equal(["p-2", "p-1"], await HistoryIdsAsync(), "payments that stand in a balance join the history");
        Promise.Equal(
            new BalanceImportRecord(scope, Clock.Now, changes),
            await Store.FindLastImportAsync(None),
            "the last import is remembered, with the moment of its commit and what it did"
        );
    }

    [Fact]
    public async Task Shows_nothing_of_an_import_before_its_commit_and_then_everything()
    {
        await SaveAsync(Owing(1m, Id(1)), Noon - Hour);
        await SaveAsync(Owing(2m, Id(2)), Noon - Hour);
        await using var import = await Store.BeginImportAsync(new(BalanceImportKind.FullSnapshot, Noon), None);
        await import.AddBalancesAsync(Rows(Whole(Id(1)), Owing(3m, Id(3))), None);
        await ExpectBeforeAsync("rows that were added are not seen");
        await CheckAsync(import);
        await ExpectBeforeAsync("rows that were checked are not seen");
        await import.ApplyAsync(clearMissing: true, None);
        await ExpectBeforeAsync("rows that were applied are not seen, and nobody who reads waits");

        await import.CommitAsync(None);

        await ExpectAsync(Whole(Id(1)), Noon, "a committed import is seen");
        Promise.Equal(true, (await Store.FindAsync(Id(2), None))?.IsCleared, "a committed import has cleared who was missing");
        await ExpectAsync(Owing(3m, Id(3)), Noon, "a committed import is seen");

        async Task ExpectBeforeAsync(string promise)
        {
            foreach (var store in (IBalanceStore[])[Store, await OpenAgainAsync(Clock)])
            {
                Promise.Equal(new StoredBalance(Owing(1m, Id(1)), Noon - Hour), await store.FindAsync(Id(1), None), promise);
                Promise.Equal(new StoredBalance(Owing(2m, Id(2)), Noon - Hour), await store.FindAsync(Id(2), None), promise);
                Promise.Equal([Id(1), Id(2)], await store.ListAsync(null, 10, None), promise);
                Promise.Equal([], (await store.ListPaymentsAsync(Id(1), null, 10, None)).Payments, promise);
                Promise.Equal(null, await store.FindLastImportAsync(None), promise);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Leaves_the_store_as_it_was_when_an_import_is_given_up(int steps)
    {
        await SaveAsync(Owing(1m, Id(1)), Noon - Hour);
        await using (var import = await Store.BeginImportAsync(new(BalanceImportKind.FullSnapshot, Noon), None))
        {
            await import.AddBalancesAsync(Rows(Whole(Id(2))), None);
            if (steps > 1)
                await CheckAsync(import);
            if (steps > 2)
                await import.ApplyAsync(clearMissing: true, None);
        }

        await ExpectAsync(Owing(1m, Id(1)), Noon - Hour, "an import that was disposed before its commit clears nobody");
        Promise.Equal(null, await Store.FindAsync(Id(2), None), "an import that was disposed before its commit brings nobody");
        Promise.Equal([], await HistoryAsync(Id(2)), "an import that was disposed before its commit brings no payments");
        Promise.Equal(null, await Store.FindLastImportAsync(None), "an import that was disposed before its commit is not remembered");
        Promise.Equal(
            Counts(added: 1, debtorsBefore: 1),
            await ImportAsync(Noon, BalanceImportKind.Delta, Owing(4m, Id(2))),
            "the next import finds nothing of one that was disposed"
        );
    }

    [Fact]
    public async Task Counts_as_changed_whose_figures_are_others_and_nothing_else()
    {
        var whole = Whole();
        (string What, CounterpartyBalance Balance)[] changed =
        [
            ("debt", whole with { Debt = Money.Rub(125_000.51m) }),
            ("debt unknown", whole with { Debt = null }),
            ("advance", whole with { Advance = Money.Rub(0m) }),
            ("overdue", whole with { Overdue = null }),
            ("limit", whole with { Limit = null }),
            ("limit enforced", whole with { Limit = whole.Limit! with { IsEnforced = true } }),
            ("blocked", whole with { IsBlocked = null }),
            ("last payment", whole with { LastPayment = whole.LastPayment! with { Number = null } }),
            ("no documents", whole with { Documents = [] }),
            ("documents unknown", whole with { Documents = null }),
            ("one document less", whole with { Documents = [whole.Documents![0]] }),
            ("due date", whole with { Documents = [whole.Documents![0], whole.Documents[1] with { DueDate = null }] }),
            ("payments", whole with { Payments = [whole.Payments![0]] }),
            ("terms", whole with { Terms = PaymentTerms.Prepay() }),
            ("unstated", whole with { Unstated = BalanceFields.None }),
        ];
        await ImportAsync(Noon, BalanceImportKind.Delta, whole);

        var moment = Noon;
        foreach (var (what, balance) in changed)
        {
            Promise.Equal((1L, 0L), await CountsOfAsync(balance), $"a balance is counted as changed when this is another: {what}");
            await ExpectAsync(balance, moment, $"a balance is taken over when this is another: {what}");
            Promise.Equal((1L, 0L), await CountsOfAsync(whole), $"a balance is counted as changed when this is another: {what}");
            Promise.Equal(
                (0L, 1L),
                await CountsOfAsync(Whole(asOf: moment)),
                "a balance whose figures are the same is counted as unchanged"
            );
            await ExpectAsync(Whole(asOf: moment - Hour), moment, "a balance whose figures are the same is as of the later moment");
        }

        async Task<(long Changed, long Unchanged)> CountsOfAsync(CounterpartyBalance balance)
        {
            moment += Hour;
            var changes = await ImportAsync(moment, BalanceImportKind.Delta, balance);
            return (changes.Changed, changes.Unchanged);
        }
    }

    [Fact]
    public async Task Passes_over_rows_of_those_whose_figures_are_newer()
    {
        await SaveAsync(Owing(1m, Id(1)), Noon + Tick);
        await SaveAsync(Owing(2m, Id(2)), Noon);

        var changes = await ImportAsync(Noon, BalanceImportKind.FullSnapshot, Owing(10m, Id(1)), Owing(20m, Id(2)));

        Promise.Equal(
            Counts(changed: 1, older: 1, debtorsBefore: 2),
            changes,
            "rows of those whose figures are newer are counted as older"
        );
        await ExpectAsync(Owing(1m, Id(1)), Noon + Tick, "an import does not replace newer figures");
        await ExpectAsync(Owing(20m, Id(2)), Noon, "an import replaces figures of the same moment");
    }

    [Fact]
    public async Task Tells_the_moment_of_the_import_before()
    {
        Promise.Equal(null, (await ImportAsync(Noon, BalanceImportKind.Delta)).PreviousAsOf, "the first import has none before it");
        Promise.Equal(
            Noon,
            (await ImportAsync(Noon - Hour, BalanceImportKind.Delta)).PreviousAsOf,
            "the moment of the last committed import is told"
        );
        Promise.Equal(
            Noon - Hour,
            (await ImportAsync(Noon, BalanceImportKind.Delta)).PreviousAsOf,
            "the last import is the one that was committed last, whatever its moment"
        );
    }

    [Fact]
    public async Task Refuses_calls_out_of_their_order()
    {
        await using var import = await Store.BeginImportAsync(new(BalanceImportKind.Delta, Noon), None);
        await RefusedAsync(() => import.ApplyAsync(false, None), "ApplyAsync before CheckAsync");
        await RefusedAsync(() => import.CommitAsync(None), "CommitAsync before ApplyAsync");
        await RefusedAsync(
            () => import.AddDocumentsAsync([new(1, Id(1), Currency.Rub, Document("a", 1m))], None),
            "AddDocumentsAsync in an import whose scope has no documents"
        );
        await CheckAsync(import);
        await RefusedAsync(() => import.AddBalancesAsync(Rows(Owing(1m)), None), "AddBalancesAsync after CheckAsync");
        await RefusedAsync(() => import.AddPaymentsAsync([new(1, Id(1), Payment("a", 1))], None), "AddPaymentsAsync after CheckAsync");
        await RefusedAsync(() => import.KeepAsync([Id(1)], None), "KeepAsync after CheckAsync");
        await RefusedAsync(() => import.CommitAsync(None), "CommitAsync before ApplyAsync");
        await import.ApplyAsync(false, None);
        await RefusedAsync(() => import.ApplyAsync(false, None), "ApplyAsync twice");
        await import.CommitAsync(None);

        await RefusedAsync(() => import.CommitAsync(None), "CommitAsync twice");

        Task RefusedAsync(Func<Task> call, string what) =>
            Promise.ThrowsAsync<InvalidOperationException>(call, $"a call out of its order is refused: {what}");
    }

    [Fact]
    public async Task Takes_a_file_of_many_rows()
    {
        const int Count = 3_000;
        await using var import = await Store.BeginImportAsync(new(BalanceImportKind.FullSnapshot, Noon) { HasDocuments = true }, None);
        foreach (var chunk in Enumerable.Range(1, Count).Chunk(500))
        {
            await import.AddBalancesAsync(Rows([.. chunk.Select(number => Owing(number, Id(number)))]), None);
            await import.AddDocumentsAsync(
                [.. chunk.Select(number => new ImportedDocument(number, Id(number), Currency.Rub, Document("d", number)))],
                None
            );
            await import.AddPaymentsAsync(
                [.. chunk.Select(number => new ImportedPayment(number, Id(number), Payment("p", 1, number)))],
                None
            );
        }

        await CheckAsync(import);
        var changes = await import.ApplyAsync(clearMissing: true, None);
        await import.CommitAsync(None);

        Promise.Equal(Counts(added: Count), changes, "each row is counted");
        Promise.Equal(Count, (await ListedAsync(700)).Count, "each counterparty is listed");
        foreach (var number in (int[])[1, 500, 501, Count])
        {
            await ExpectAsync(
                Owing(number, Id(number)) with
                {
                    Documents = [Document("d", number)],
                },
                Noon,
                "each row is found, with its document"
            );
            Promise.Equal([Payment("p", 1, number)], await HistoryAsync(Id(number)), "each payment joins its counterparty's history");
        }
    }

    private static List<ImportedBalance> Rows(params CounterpartyBalance[] balances) =>
        [.. balances.Select((balance, index) => new ImportedBalance(index + 1, balance))];

    private static BalanceImportChanges Counts(
        long added = 0,
        long changed = 0,
        long unchanged = 0,
        long cleared = 0,
        long older = 0,
        long debtorsBefore = 0,
        long debtorsCleared = 0,
        Instant? previous = null
    ) =>
        new()
        {
            Added = added,
            Changed = changed,
            Unchanged = unchanged,
            Cleared = cleared,
            Older = older,
            DebtorsBefore = debtorsBefore,
            DebtorsCleared = debtorsCleared,
            PreviousAsOf = previous,
        };

    private static async Task<List<BalanceImportConflict>> ConflictsAsync(IBalanceImport import)
    {
        List<BalanceImportConflict> conflicts = [];
        await foreach (var conflict in import.CheckAsync(None))
            conflicts.Add(conflict);
        return conflicts;
    }

    private async Task CheckAsync(IBalanceImport import) =>
        Promise.Equal([], await ConflictsAsync(import), "CheckAsync finds nothing where nothing is wrong");

    /// <summary>A whole import; a full snapshot clears who is missing.</summary>
    private async Task<BalanceImportChanges> ImportAsync(Instant asOf, BalanceImportKind kind, params CounterpartyBalance[] balances)
    {
        await using var import = await Store.BeginImportAsync(new BalanceImportScope(kind, asOf), None);
        await import.AddBalancesAsync(Rows(balances), None);
        await CheckAsync(import);
        var changes = await import.ApplyAsync(clearMissing: kind == BalanceImportKind.FullSnapshot, None);
        await import.CommitAsync(None);
        return changes;
    }
}
