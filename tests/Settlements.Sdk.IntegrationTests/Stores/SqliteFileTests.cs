using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Settlements.EntityFrameworkCore;
using Settlements.Payments;
using Settlements.Tests.Payments;

namespace Settlements.IntegrationTests.Stores;

/// <summary>The file itself: what is in it, and which files are refused.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly StoreFile _file = new();

    public void Dispose() => _file.Remove();

    [Fact]
    public async Task Keeps_everything_when_it_is_closed_and_opened_again()
    {
        var before = _file.Open();
        var store = before.GetRequiredService<IPaymentExportStore>();
        await store.EnqueueAsync(Documents.New(), None);
        var claim = await store.ClaimAsync(Documents.IdOf(1), Duration.FromMinutes(15), None);
        await before.DisposeAsync();

        store = _file.OpenStore();

        (await store.GetAsync(Documents.IdOf(1), None)).Entry!.Document.Should().Be(Documents.New());
        (await store.ListDueAsync(true, 1, None)).Should().BeEmpty("the lease is kept too");
        (await store.ReleaseAsync(claim!, None)).Should().BeTrue();
        (await store.ListDueAsync(true, 1, None)).Should().ContainSingle();
    }

    [Fact]
    public async Task Is_in_WAL_mode_and_keeps_amounts_and_times_as_text()
    {
        await _file.OpenStore().EnqueueAsync(Documents.New() with { Amount = Money.Rub(0.1m) }, None);

        _file.Query("PRAGMA journal_mode").Should().Equal("wal");
        _file
            .Query(
                "SELECT typeof(Document_Amount) || ' ' || Document_Amount || ' ' || Document_Date || ' ' || typeof(EnqueuedAt) FROM SettlementsPaymentQueue"
            )
            .Should()
            .Equal("text 0.1 2026-11-20 text");
    }

    [Fact]
    public async Task Is_made_once_by_many_who_open_it_at_one_moment()
    {
        var outcomes = await Task.WhenAll(
            Enumerable.Range(1, 8).Select(id => Task.Run(() => _file.OpenStore().EnqueueAsync(Documents.New(id), None)))
        );

        outcomes.Should().OnlyContain(outcome => outcome == PaymentEnqueueOutcome.Added);
        (await _file.OpenStore().ListDueAsync(true, 10, None)).Should().HaveCount(8);
    }

    [Fact]
    public async Task Refuses_a_database_of_another_program_and_leaves_it_alone()
    {
        _file.Query("CREATE TABLE orders (id INTEGER)");

        var refusal = await FluentActions
            .Awaiting(() => _file.OpenStore().EnqueueAsync(Documents.New(), None))
            .Should()
            .ThrowAsync<InvalidOperationException>();

        refusal.WithMessage("*state.db is the database of another program*");
        _file.Query("SELECT name FROM sqlite_master").Should().Equal("orders");
        _file.Query("PRAGMA journal_mode").Should().Equal("delete");
    }

    [Fact]
    public async Task Refuses_a_file_of_a_later_version()
    {
        await _file.OpenStore().EnqueueAsync(Documents.New(), None);
        _file.Query("PRAGMA user_version = 99");

        var refusal = await FluentActions
            .Awaiting(() => _file.OpenStore().GetAsync(Documents.IdOf(1), None))
            .Should()
            .ThrowAsync<InvalidOperationException>();

        refusal.WithMessage("*is of version 99, this program knows version *");
    }

    [Fact]
    public async Task Refuses_a_file_that_is_no_database()
    {
        await File.WriteAllTextAsync(_file.Path, new string('x', 4096), None);

        var refusal = await FluentActions
            .Awaiting(() => _file.OpenStore().GetAsync(Documents.IdOf(1), None))
            .Should()
            .ThrowAsync<StoreException>();

        refusal.WithMessage("*state.db is damaged, or no database*").Which.Should().Match<StoreException>(e => !e.IsTransient);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(":memory:")]
    [InlineData("file:state.db?mode=memory")]
    public void Refuses_a_path_that_is_no_file(string path) =>
        FluentActions.Invoking(() => new ServiceCollection().AddSettlements().AddSqliteStores(path)).Should().Throw<ArgumentException>();

    [Fact]
    public async Task Refuses_a_document_that_could_not_be_read_again()
    {
        var store = _file.OpenStore();

        await FluentActions
            .Awaiting(() => store.EnqueueAsync(Documents.New() with { Amount = default }, None))
            .Should()
            .ThrowAsync<ArgumentException>();
        (await store.GetAsync(Documents.IdOf(1), None)).Entry.Should().BeNull();
    }

    [Theory]
    [InlineData("SELECT * FROM SettlementsPaymentQueue WHERE DocumentId = 'x'")]
    [InlineData(
        "SELECT * FROM SettlementsPaymentQueue WHERE State = 'Waiting' AND (LeasedUntil IS NULL OR LeasedUntil <= 'x') ORDER BY Place LIMIT 9"
    )]
    [InlineData("SELECT 1 FROM SettlementsPaymentQueue WHERE AccountId = 'x' AND LeasedUntil > 'x'")]
    [InlineData("SELECT * FROM SettlementsPaymentQueue WHERE LeasedUntil IS NOT NULL")]
    [InlineData("SELECT * FROM SettlementsPaymentIntents WHERE DocumentId = 'x' ORDER BY Version")]
    [InlineData("SELECT * FROM SettlementsPaymentCodes WHERE DocumentId = 'x'")]
    [InlineData(
        "SELECT DocumentId FROM SettlementsPaymentCodes WHERE PaymentId = 1 UNION ALL SELECT DocumentId FROM SettlementsPaymentIntents WHERE PaymentId = 1"
    )]
    public async Task Finds_rows_by_an_index(string query)
    {
        await _file.OpenStore().EnqueueAsync(Documents.New(), None);

        var plan = _file.Query("EXPLAIN QUERY PLAN " + query, column: 3);

        plan.Should().Contain(step => step.Contains("USING", StringComparison.Ordinal));
        plan.Should().NotContain(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        plan.Should().NotContain(step => step.StartsWith("SCAN", StringComparison.Ordinal));
    }
}
