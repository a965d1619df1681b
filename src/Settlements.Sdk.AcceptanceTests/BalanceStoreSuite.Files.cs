using Settlements.Balances;
using static Settlements.AcceptanceTests.ExampleBalances;

namespace Settlements.AcceptanceTests;

/// <content>Rows that do not fit each other, and files of documents and payments.</content>
public abstract partial class BalanceStoreSuite
{
    [Fact]
    public async Task Names_each_row_of_a_counterparty_that_came_twice_and_keeps_it()
    {
        await SaveAsync(Owing(1m, Id(1)), Noon - Hour);
        await using var import = await Store.BeginImportAsync(new(BalanceImportKind.FullSnapshot, Noon) { HasDocuments = true }, None);
        await import.AddBalancesAsync([new(7, Owing(70m, Id(1))), new(3, Owing(30m, Id(2))), new(9, Owing(90m, Id(1)))], None);
        await import.AddBalancesAsync([new(2, Owing(20m, Id(3))), new(5, Owing(70m, Id(1)))], None);
        await import.AddDocumentsAsync([new ImportedDocument(1, Id(1), Currency.Usd, new OpenDocument())], None);

        var conflicts = await ConflictsAsync(import);
        var changes = await import.ApplyAsync(clearMissing: true, None);
        await import.CommitAsync(None);

        const BalanceImportConflictKind Repeated = BalanceImportConflictKind.RepeatedCounterparty;
        Promise.Equal(
            [
                new BalanceImportConflict(BalanceImportPart.Balances, 5, Id(1), Repeated),
                new BalanceImportConflict(BalanceImportPart.Balances, 7, Id(1), Repeated),
                new BalanceImportConflict(BalanceImportPart.Balances, 9, Id(1), Repeated),
            ],
            conflicts,
            "each row of a counterparty that came twice is named, equal ones too, by line; its documents are not"
        );
        Promise.Equal(Counts(added: 2, debtorsBefore: 1), changes, "a counterparty that came twice is counted nowhere");
        await ExpectAsync(Owing(1m, Id(1)), Noon - Hour, "a counterparty that came twice is kept as it was");
    }

    [Fact]
    public async Task Names_documents_that_do_not_fit_a_balance_and_keeps_their_counterparties()
    {
        await SaveAsync(Owing(1m, Id(1)), Noon - Hour);
        await SaveAsync(Owing(2m, Id(2)), Noon - Hour);
        await using var import = await Store.BeginImportAsync(new(BalanceImportKind.FullSnapshot, Noon) { HasDocuments = true }, None);
        await import.AddBalancesAsync(Rows(Owing(20m, Id(2)), Owing(30m, Id(3)), Owing(40m, Id(4))), None);
        await import.KeepAsync([Id(4), Id(5)], None);
        await import.AddDocumentsAsync(
            [
                new(8, Id(1), Currency.Rub, Document("a", 1m)),
                new(2, Id(2), Currency.Usd, new OpenDocument()),
                new(3, Id(2), Currency.Rub, Document("b", 1m)),
                new(4, Id(3), Currency.Rub, Document("c", 1m)),
                new(5, Id(4), Currency.Usd, new OpenDocument()),
                new(6, Id(5), Currency.Rub, Document("d", 1m)),
            ],
            None
        );

        var conflicts = await ConflictsAsync(import);
        var changes = await import.ApplyAsync(clearMissing: true, None);
        await import.CommitAsync(None);

        Promise.Equal(
            [
                new BalanceImportConflict(BalanceImportPart.Documents, 2, Id(2), BalanceImportConflictKind.DocumentCurrency),
                new BalanceImportConflict(BalanceImportPart.Documents, 8, Id(1), BalanceImportConflictKind.DocumentWithoutBalance),
            ],
            conflicts,
            "documents without a balance in the import or in another currency are named, by line; those of who is kept already are not"
        );
        Promise.Equal(Counts(added: 1, debtorsBefore: 2), changes, "counterparties of rows that do not fit are counted nowhere");
        await ExpectAsync(Owing(1m, Id(1)), Noon - Hour, "one whose document has no balance is neither changed nor cleared");
        await ExpectAsync(Owing(2m, Id(2)), Noon - Hour, "one whose document is in another currency is not changed");
        await ExpectAsync(Owing(30m, Id(3)) with { Documents = [Document("c", 1m)] }, Noon, "rows that fit are taken over");
    }

    [Fact]
    public async Task Takes_documents_from_a_file_of_their_own()
    {
        var embedded = Owing(1m, Id(1)) with { Documents = [Document("embedded", 1m)], Unstated = BalanceFields.Documents };
        await using var import = await Store.BeginImportAsync(new(BalanceImportKind.Delta, Noon) { HasDocuments = true }, None);
        await import.AddDocumentsAsync([new(1, Id(1), Currency.Rub, Document("b", 2m))], None);
        await import.AddBalancesAsync(Rows(embedded, embedded with { Debt = null }), None);
        await DisposeAndExpectRepeatAsync(import);

        await using var second = await Store.BeginImportAsync(new(BalanceImportKind.Delta, Noon) { HasDocuments = true }, None);
        await second.AddDocumentsAsync(
            [new(5, Id(1), Currency.Rub, Document("b", 2m)), new(6, Id(1), Currency.Rub, Document("a", 1m))],
            None
        );
        await second.AddBalancesAsync(Rows(embedded, Bare(Id(2)) with { Unstated = Everything }), None);
        await second.AddDocumentsAsync([new(7, Id(1), Currency.Rub, Document("b", 2m))], None);
        await CheckAsync(second);
        await second.ApplyAsync(clearMissing: false, None);
        await second.CommitAsync(None);

        await ExpectAsync(
            embedded with
            {
                Documents = [Document("b", 2m), Document("a", 1m), Document("b", 2m)],
                Unstated = BalanceFields.None,
            },
            Noon,
            "documents of their own file take the place of those in the balances, in the order in which they were added"
        );
        await ExpectAsync(
            Bare(Id(2)) with
            {
                Documents = [],
                Unstated = Everything & ~BalanceFields.Documents,
            },
            Noon,
            "one without a row in the file of documents has an empty list, and not an unknown one"
        );
    }

    [Fact]
    public async Task Takes_lists_as_they_stand_in_the_balances_without_a_file_of_documents()
    {
        await ImportAsync(Noon, BalanceImportKind.Delta, Owing(1m, Id(1)), Owing(2m, Id(2)) with { Documents = [] }, Whole(Id(3)));

        await ExpectAsync(Owing(1m, Id(1)), Noon, "without a file of documents a list that was not given stays unknown");
        await ExpectAsync(Owing(2m, Id(2)) with { Documents = [] }, Noon, "without a file of documents an empty list stays empty");
        await ExpectAsync(Whole(Id(3)), Noon, "without a file of documents a list stays as it was given");
    }

    [Fact]
    public async Task Lets_payments_from_a_file_of_their_own_join_the_history_alone()
    {
        await SaveAsync(Owing(1m, Id(1)) with { Payments = [Payment("a", 1, 1m)] }, Noon - Hour);
        await SaveAsync(Owing(2m, Id(2)) with { Payments = [Payment("a", 1, 1m)] }, Noon + Hour);
        await using var import = await Store.BeginImportAsync(new(BalanceImportKind.Delta, Noon), None);
        await import.AddPaymentsAsync([new(1, Id(1), Payment("a", 2, 5m)), new(2, Id(1), Payment("b", 3, 6m))], None);
        await import.AddPaymentsAsync([new(3, Id(2), Payment("a", 2, 5m)), new(4, Id(2), Payment("b", 3, 6m))], None);
        await import.AddPaymentsAsync([new(5, Id(3), Payment("a", 2, 5m)), new(6, Id(3), Payment("a", 3, 6m))], None);
        await CheckAsync(import);
        await import.ApplyAsync(clearMissing: false, None);
        Promise.Equal([Payment("a", 1, 1m)], await HistoryAsync(Id(1)), "payments of an import are not seen before its commit");
        await import.CommitAsync(None);

        Promise.Equal(
            [Payment("b", 3, 6m), Payment("a", 2, 5m)],
            await HistoryAsync(Id(1)),
            "a payment that is known already takes the values that came last"
        );
        Promise.Equal(
            [Payment("b", 3, 6m), Payment("a", 1, 1m)],
            await HistoryAsync(Id(2)),
            "payments of one whose figures are newer join, but change none that is there"
        );
        Promise.Equal([Payment("a", 3, 6m)], await HistoryAsync(Id(3)), "payments of one without a balance join");
        Promise.Equal(null, await Store.FindAsync(Id(3), None), "a payment makes no balance");
        await ExpectAsync(
            Owing(1m, Id(1)) with
            {
                Payments = [Payment("a", 1, 1m)],
            },
            Noon - Hour,
            "the payments beside a balance are those that came with it"
        );
    }

    private async Task DisposeAndExpectRepeatAsync(IBalanceImport import)
    {
        var conflicts = await ConflictsAsync(import);
        await import.DisposeAsync();
        Promise.Equal(2, conflicts.Count, "both rows of a counterparty that came twice are named");
    }
}
