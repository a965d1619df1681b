using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Settlements.Balances;
using Settlements.IntegrationTests.Servers;

namespace Settlements.IntegrationTests.Stores.Balances;

/// <summary>Pages of open documents by due date, over all counterparties: what reminders begin with.</summary>
public abstract class DueDocumentTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly Instant At = Instant.FromUtc(2026, 11, 22, 12, 0);

    protected abstract IServiceProvider Stores { get; }

    private IBalanceStore Balances => Stores.GetRequiredService<IBalanceStore>();

    private IOpenDocumentStore Documents => Stores.GetRequiredService<IOpenDocumentStore>();

    [Fact]
    public async Task Come_with_whose_they_are_and_in_their_currency()
    {
        var unknown = new OpenDocument { DueDate = Today };
        var tenge = Document("D-2") with
        {
            Amount = new Money(10.50m, Currency.Kzt),
            Outstanding = new Money(0.01m, Currency.Kzt),
            OrderId = "A-1",
        };
        await SaveAsync(
            1,
            Currency.Rub,
            unknown,
            Document("later") with
            {
                DueDate = Today.PlusDays(1),
            },
            Document("never") with
            {
                DueDate = null,
            }
        );
        await SaveAsync(2, Currency.Kzt, tenge);

        (await AllAsync(10)).Should().BeEquivalentTo([new StoredDocument(Owner(1), unknown), new StoredDocument(Owner(2), tenge)]);
    }

    [Fact]
    public async Task Come_once_in_pages_of_any_size()
    {
        List<StoredDocument> expected = [];
        for (var owner = 1; owner <= 4; owner++)
        {
            var documents = Enumerable
                .Range(0, 9)
                .Select(number => Document($"D-{number % 7}") with { DueDate = Today.PlusDays(-(number % 7 / 3)) })
                .ToArray();
            await SaveAsync(owner, Currency.Rub, documents);
            expected.AddRange(documents.Select(document => new StoredDocument(Owner(owner), document)));
        }

        foreach (var limit in (int[])[1, 2, 3, 4, 5, 35, 36, 37, int.MaxValue])
            (await AllAsync(limit))
                .Should()
                .BeEquivalentTo(expected, $"pages of {limit} leave out and repeat nothing, not even what is stated twice");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Come_once_though_others_are_paid_and_added_between_two_pages(int limit)
    {
        var documents = Enumerable.Range(0, 12).Select(number => Document($"D-{number:00}")).ToList();
        await SaveAsync(1, Currency.Rub, [.. documents]);
        var staying = documents.Where((_, number) => number % 2 == 1).ToList();
        var given = new List<StoredDocument>();
        string? after = null;
        var left = documents.Count(document => !staying.Contains(document));
        do
        {
            var page = await Documents.ListDueAsync(Today, after, limit, None);
            given.AddRange(page.Documents);
            after = page.Next;
            // Of those that go one more is paid after each page, the first in the list: all others move up.
            left = Math.Max(0, left - 1);
            await SaveAsync(1, Currency.Rub, [.. documents.Where(document => !staying.Contains(document)).TakeLast(left), .. staying]);
            await SaveAsync(2 + given.Count, Currency.Rub, Document("new") with { DueDate = Today.PlusDays(-1) });
        } while (after is not null);

        given.Select(one => one.Document).Where(staying.Contains).Should().BeEquivalentTo(staying);
        given.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Are_not_asked_for_with_a_limit_or_a_position_that_is_none()
    {
        await FluentActions.Awaiting(() => Documents.ListDueAsync(Today, null, 0, None)).Should().ThrowAsync<ArgumentOutOfRangeException>();
        foreach (var text in (string[])["", "nowhere", "2026-11-22/x/y/1", $"-0001-01-01/{Guid.Empty}/y/1"])
            await FluentActions.Awaiting(() => Documents.ListDueAsync(Today, text, 1, None)).Should().ThrowAsync<FormatException>();
    }

    private static CounterpartyId Owner(int number) => new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));

    private static OpenDocument Document(string id) =>
        new()
        {
            Id = id,
            DueDate = Today,
            Amount = Money.Rub(10m),
            Outstanding = Money.Rub(5m),
        };

    private Task<bool> SaveAsync(int owner, Currency currency, params OpenDocument[] documents) =>
        Balances.SaveAsync(new StoredBalance(new CounterpartyBalance(Owner(owner), currency, At) { Documents = documents }, At), None);

    private async Task<List<StoredDocument>> AllAsync(int limit)
    {
        List<StoredDocument> all = [];
        string? after = null;
        do
        {
            var page = await Documents.ListDueAsync(Today, after, limit, None);
            page.Documents.Should().HaveCountLessThanOrEqualTo(limit).And.NotBeEmpty();
            all.AddRange(page.Documents);
            after = page.Next;
        } while (after is not null);

        return all;
    }
}

public sealed class SqliteDueDocumentTests : DueDocumentTests, IDisposable
{
    private readonly StoreFile _file = new();

    public SqliteDueDocumentTests() => Stores = _file.Open();

    protected override IServiceProvider Stores { get; }

    public void Dispose() => _file.Remove();
}

[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class PostgreSqlDueDocumentTests(PostgreSqlServer server) : DueDocumentTests, IAsyncLifetime
{
    private readonly PostgreSqlStores _stores = new(server);
    private IServiceProvider? _open;

    protected override IServiceProvider Stores => _open ??= _stores.Open();

    public Task InitializeAsync() => _stores.CreateAsync();

    public Task DisposeAsync() => _stores.RemoveAsync();
}
