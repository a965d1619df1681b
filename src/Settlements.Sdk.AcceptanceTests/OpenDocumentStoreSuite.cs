using NodaTime;
using Settlements.Balances;
using static Settlements.AcceptanceTests.ExampleBalances;

namespace Settlements.AcceptanceTests;

/// <summary>What every <see cref="IOpenDocumentStore"/> does, whatever keeps it. The store is an <see cref="IBalanceStore"/> too, which the documents come by.</summary>
public abstract class OpenDocumentStoreSuite : StoreSuite<IOpenDocumentStore>
{
    private static readonly LocalDate Today = new(2026, 11, 22);

    private IBalanceStore Balances => (IBalanceStore)Store;

    [Fact]
    public async Task Knows_no_document_at_first() =>
        Promise.Equal(
            new OpenDocumentPage([], null),
            await Store.ListDueAsync(Today, null, 1, None),
            "an empty store has an empty last page"
        );

    [Fact]
    public async Task Gives_documents_with_whose_they_are_and_in_their_currency()
    {
        var unknown = new OpenDocument { DueDate = Today };
        var tenge = Due("D-2") with { Amount = new Money(10.505m, Currency.Kzt), Outstanding = new Money(0.01m, Currency.Kzt) };
        await SaveAsync(1, Currency.Rub, unknown);
        await SaveAsync(2, Currency.Kzt, tenge);

        await ExpectAsync(
            [new StoredDocument(Id(1), unknown), new StoredDocument(Id(2), tenge)],
            10,
            "a document comes as it was kept, also one of which nothing is stated but the day"
        );
    }

    [Fact]
    public async Task Leaves_out_what_is_due_later_or_on_no_day()
    {
        var today = Due("today");
        await SaveAsync(1, Currency.Rub, Due("later") with { DueDate = Today.PlusDays(1) }, today, Due("never") with { DueDate = null });

        await ExpectAsync([new StoredDocument(Id(1), today)], 10, "what is due on the day comes, what is due later or on no day does not");
    }

    [Fact]
    public async Task Forgets_documents_that_are_not_open_any_more()
    {
        await SaveAsync(1, Currency.Rub, Due("D-1"), Due("D-2"));
        await SaveAsync(1, Currency.Rub, Due("D-2"));

        await ExpectAsync([new StoredDocument(Id(1), Due("D-2"))], 10, "the documents are those of the balance that is kept");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(36)]
    [InlineData(int.MaxValue)]
    public async Task Gives_every_document_once_in_pages_of_any_size(int limit)
    {
        List<StoredDocument> expected = [];
        for (var owner = 1; owner <= 4; owner++)
        {
            var documents = Enumerable
                .Range(0, 9)
                .Select(number => Due($"D-{number % 7}") with { DueDate = Today.PlusDays(-(number % 7 / 3)) })
                .ToArray();
            await SaveAsync(owner, Currency.Rub, documents);
            expected.AddRange(documents.Select(document => new StoredDocument(Id(owner), document)));
        }

        await ExpectAsync(expected, limit, "pages leave out and repeat nothing, not even what is stated twice");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Gives_what_stays_once_though_others_are_paid_and_added_between_pages(int limit)
    {
        var documents = Enumerable.Range(0, 12).Select(number => Due($"D-{number:00}")).ToList();
        var staying = documents.Where((_, number) => number % 2 == 1).ToList();
        await SaveAsync(1, Currency.Rub, [.. documents]);
        List<StoredDocument> given = [];
        string? after = null;
        var left = documents.Count - staying.Count;
        do
        {
            var page = await Store.ListDueAsync(Today, after, limit, None);
            given.AddRange(page.Documents);
            after = page.Next;
            left = Math.Max(0, left - 1);
            await SaveAsync(1, Currency.Rub, [.. documents.Except(staying).TakeLast(left), .. staying]);
            await SaveAsync(2 + given.Count, Currency.Rub, Due("new") with { DueDate = Today.PlusDays(-1) });
        } while (after is not null);

        var seen = given.Where(one => staying.Contains(one.Document)).Select(one => one.Document.Id!).Order(StringComparer.Ordinal);
        Promise.Equal(
            staying.Select(document => document.Id!).ToList(),
            seen.ToList(),
            "a document that is neither added, removed nor changed while pages are read comes exactly once"
        );
    }

    [Fact]
    public async Task Refuses_a_limit_and_a_position_that_is_none()
    {
        await Promise.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.ListDueAsync(Today, null, 0, None), "a limit is above zero");
        await Promise.ThrowsAsync<FormatException>(
            () => Store.ListDueAsync(Today, "nowhere", 1, None),
            "a position is one of the store's own"
        );
    }

    private static OpenDocument Due(string id) =>
        new()
        {
            Id = id,
            DueDate = Today,
            Amount = Money.Rub(10m),
            Outstanding = Money.Rub(5m),
        };

    private Task<bool> SaveAsync(int owner, Currency currency, params OpenDocument[] documents) =>
        Balances.SaveAsync(new StoredBalance(Bare(Id(owner), Noon, currency) with { Documents = documents }, Noon), None);

    private async Task ExpectAsync(List<StoredDocument> expected, int limit, string promise)
    {
        List<StoredDocument> all = [];
        string? after = null;
        do
        {
            var page = await Store.ListDueAsync(Today, after, limit, None);
            Promise.Kept(page.Documents.Count <= limit, "a page has no more documents than were asked for", page.Documents.Count);
            Promise.Kept(page.Documents.Count > 0 || page.Next is null, "a page that is not the last one has documents");
            all.AddRange(page.Documents);
            after = page.Next;
        } while (after is not null);

        Promise.Equal(InOrder(expected), InOrder(all), promise);
    }

    private static List<StoredDocument> InOrder(List<StoredDocument> documents) =>
        [
            .. documents
                .OrderBy(one => one.Counterparty.Value)
                .ThenBy(one => one.Document.DueDate)
                .ThenBy(one => one.Document.Id, StringComparer.Ordinal),
        ];
}
