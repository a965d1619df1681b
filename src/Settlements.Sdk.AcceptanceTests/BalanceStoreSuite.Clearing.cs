using Settlements.Balances;
using static Settlements.AcceptanceTests.ExampleBalances;

namespace Settlements.AcceptanceTests;

/// <content>Who is missing from a full snapshot, and who is kept.</content>
public abstract partial class BalanceStoreSuite
{
    [Fact]
    public async Task Clears_who_is_missing_from_a_full_snapshot()
    {
        await ImportAsync(Noon - Hour, BalanceImportKind.FullSnapshot, Whole() with { Unstated = Everything }, Owing(1m, Id(2)));

        var changes = await ImportAsync(Noon, BalanceImportKind.FullSnapshot, Owing(1m, Id(2)));

        Promise.Equal(
            Counts(unchanged: 1, cleared: 1, debtorsBefore: 2, debtorsCleared: 1, previous: Noon - Hour),
            changes,
            "who is missing is counted as cleared"
        );
        Promise.Equal(
            new StoredBalance(
                Whole() with
                {
                    Debt = Money.Rub(0m),
                    Advance = Money.Rub(0m),
                    Overdue = Money.Rub(0m),
                    Documents = [],
                    Unstated =
                        Everything
                        & ~(
                            BalanceFields.Debt
                            | BalanceFields.Advance
                            | BalanceFields.Overdue
                            | BalanceFields.Documents
                            | BalanceFields.AsOf
                        ),
                },
                Noon
            )
            {
                IsCleared = true,
            },
            await Store.FindAsync(Company, None),
            "who is missing owes nothing as of the import's moment; currency, limit, block, terms and payments are those of before"
        );
        Promise.Equal(["p-2", "p-1"], await HistoryIdsAsync(), "the history of who is missing stays");
    }

    [Fact]
    public async Task Counts_as_cleared_who_had_something_to_clear()
    {
        var zero = Money.Rub(0m);
        var nothing = Owing(0m) with { Documents = [] };
        (string What, CounterpartyBalance Balance, bool IsCounted, bool IsDebtor)[] cases =
        [
            ("a debt", nothing with { Debt = Money.Rub(0.01m) }, true, true),
            ("an unknown debt", nothing with { Debt = null }, true, true),
            ("a negative debt", nothing with { Debt = Money.Rub(-0.01m) }, true, false),
            ("an advance", nothing with { Advance = Money.Rub(0.01m) }, true, false),
            ("an unknown advance", nothing with { Advance = null }, true, false),
            ("an overdue", nothing with { Overdue = Money.Rub(0.01m) }, true, false),
            ("an unknown overdue", nothing with { Overdue = null }, true, false),
            ("a document", nothing with { Documents = [new OpenDocument { Outstanding = zero }] }, true, false),
            ("nothing", nothing, false, false),
            ("no list of documents", nothing with { Documents = null }, false, false),
        ];
        foreach (var (what, balance, isCounted, isDebtor) in cases)
        {
            await SaveAsync(balance, Noon);
            Clock.Advance(Hour);

            var changes = await ImportAsync(Noon, BalanceImportKind.FullSnapshot);

            Promise.Equal(
                (isCounted ? 1L : 0L, isDebtor ? 1L : 0L, isDebtor ? 1L : 0L),
                (changes.Cleared, changes.DebtorsBefore, changes.DebtorsCleared),
                $"cleared, debtors before and debtors cleared of one who had {what}"
            );
            Promise.Equal(
                new StoredBalance(nothing, Noon) { IsCleared = true },
                await Store.FindAsync(Company, None),
                $"one who had {what} is cleared"
            );
        }
    }

    [Fact]
    public async Task Clears_nobody_unless_it_is_told_to()
    {
        await SaveAsync(Owing(1m, Id(1)), Noon - Hour);

        var changes = await ImportAsync(Noon, BalanceImportKind.Delta, Owing(2m, Id(2)));

        Promise.Equal(Counts(added: 1, debtorsBefore: 1), changes, "a delta clears nobody");
        await ExpectAsync(Owing(1m, Id(1)), Noon - Hour, "a delta leaves whom it does not name");
    }

    [Fact]
    public async Task Clears_nobody_whose_figures_are_newer()
    {
        await SaveAsync(Owing(1m, Id(1)), Noon + Tick);

        var changes = await ImportAsync(Noon, BalanceImportKind.FullSnapshot);

        Promise.Equal(Counts(debtorsBefore: 1), changes, "who is missing but was read later is not cleared, and not counted as older");
        await ExpectAsync(Owing(1m, Id(1)), Noon + Tick, "who is missing but was read later is not cleared");
    }

    [Fact]
    public async Task Clears_once_moves_the_moment_and_takes_back_who_returns()
    {
        await ImportAsync(Noon, BalanceImportKind.FullSnapshot, Owing(1m));
        await ImportAsync(Noon + Hour, BalanceImportKind.FullSnapshot);

        var again = await ImportAsync(Noon + 2 * Hour, BalanceImportKind.FullSnapshot);

        Promise.Equal(Counts(previous: Noon + Hour), again, "who is cleared already is not counted again");
        var cleared = Promise.Present(await Store.FindAsync(Company, None), "who is cleared is kept");
        Promise.Equal(
            (true, Noon + 2 * Hour, Noon + 2 * Hour),
            (cleared.IsCleared, cleared.ReadAt, cleared.Balance.AsOf),
            "who is cleared is so as of the last full snapshot"
        );

        var back = Owing(0m) with { Documents = [] };
        var changes = await ImportAsync(Noon + 3 * Hour, BalanceImportKind.FullSnapshot, back);

        Promise.Equal(1, changes.Unchanged, "one who comes back with the same figures is unchanged");
        await ExpectAsync(back, Noon + 3 * Hour, "one who comes back is cleared no more");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaves_as_they_are_who_is_to_be_kept(bool keepsFirst)
    {
        await SaveAsync(Owing(1m, Id(1)), Noon - Hour);
        await SaveAsync(Owing(2m, Id(2)), Noon - Hour);
        await using var import = await Store.BeginImportAsync(new(BalanceImportKind.FullSnapshot, Noon) { HasDocuments = true }, None);
        if (keepsFirst)
            await import.KeepAsync([Id(1), Id(2), Id(3), Id(4)], None);
        await import.AddBalancesAsync(Rows(Whole(Id(1)), Whole(Id(3)), Owing(5m, Id(5))), None);
        await import.AddDocumentsAsync([new ImportedDocument(1, Id(1), Currency.Rub, Document("a", 1m))], None);
        await import.AddPaymentsAsync([new ImportedPayment(1, Id(2), Payment("a", 1))], None);
        if (!keepsFirst)
        {
            await import.KeepAsync([Id(1), Id(2)], None);
            await import.KeepAsync([Id(2), Id(3), Id(4)], None);
        }

        await CheckAsync(import);
        var changes = await import.ApplyAsync(clearMissing: true, None);
        await import.CommitAsync(None);

        Promise.Equal(Counts(added: 1, debtorsBefore: 2), changes, "rows of those who are kept are counted nowhere");
        await ExpectAsync(Owing(1m, Id(1)), Noon - Hour, "who is kept is not changed by a row");
        await ExpectAsync(Owing(2m, Id(2)), Noon - Hour, "who is kept is not cleared");
        Promise.Equal(null, await Store.FindAsync(Id(3), None), "who is kept is not added");
        Promise.Equal([Id(1), Id(2), Id(5)], await ListedAsync(10), "keeping one whom nobody knows is harmless");
        Promise.Equal([], await HistoryAsync(Id(1)), "payments in a row of one who is kept do not join");
        Promise.Equal([], await HistoryAsync(Id(2)), "payments of one who is kept do not join");
    }
}
