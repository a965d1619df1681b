using NodaTime;
using Settlements.Balances;
using Settlements.Reminders;
using static Settlements.Tests.Reminders.ReminderWorld;

namespace Settlements.Tests.Reminders;

public sealed class StoredReceivablesTests
{
    private static readonly CounterpartyId Owner = Counterparty(1);

    private readonly ReminderWorld _world = new();
    private readonly KeptBalances _kept = new();

    private StoredReceivables Source => new(_kept, _kept, _world.Time, Duration.FromDays(2));

    private Instant Now => Instant.FromDateTimeOffset(_world.Time.GetUtcNow());

    [Fact]
    public async Task Makes_receivables_of_open_documents_page_by_page()
    {
        Keep([
            .. Enumerable
                .Range(0, 2500)
                .Select(i => new OpenDocument
                {
                    Id = $"D-{i}",
                    DueDate = Start,
                    Outstanding = Money.Rub(i),
                }),
        ]);

        var listed = await Source.ListOpenAsync(Start, default).ToListAsync();

        listed.Select(receivable => receivable.Id).Should().Equal(Enumerable.Range(0, 2500).Select(i => $"{Owner}/D-{i}"));
        _kept.Pages.Should().Be(3);
    }

    [Fact]
    public async Task Carries_number_date_and_whole_amount_along()
    {
        Keep([
            new OpenDocument
            {
                Id = "D/1",
                Number = "17",
                Date = Start.PlusDays(-9),
                DueDate = Start,
                Amount = Money.Rub(100m),
                Outstanding = Money.Rub(40m),
            },
        ]);
        var expected = new Receivable
        {
            Id = $"{Owner}/D/1",
            Counterparty = Owner.ToString(),
            Due = Start,
            Outstanding = Money.Rub(40m),
            Status = ReceivableStatus.PartlyPaid,
            Number = "17",
            Date = Start.PlusDays(-9),
            Amount = Money.Rub(100m),
        };

        (await Source.ListOpenAsync(Start, default).ToListAsync()).Should().Equal(expected);
        (await Source.FindAsync(expected.Id, default)).Should().Be(expected);
        (await Source.FindAsync($"{Owner}/D/2", default)).Should().BeNull("a document that is gone is paid");
    }

    [Fact]
    public async Task Tells_documents_without_an_id_apart_by_number_date_and_amount()
    {
        Keep([
            new OpenDocument
            {
                Number = "17",
                Date = Start.PlusDays(-9),
                DueDate = Start,
                Amount = Money.Rub(100m),
                Outstanding = Money.Rub(40m),
            },
            new OpenDocument { DueDate = Start, Outstanding = Money.Rub(1m) },
            new OpenDocument { DueDate = Start.PlusDays(1), Outstanding = Money.Rub(2m) },
        ]);

        var listed = await Source.ListOpenAsync(Start.PlusDays(1), default).ToListAsync();

        listed.Select(receivable => receivable.Id).Should().Equal($"{Owner}/17/2026-11-12/100.00 RUB", $"{Owner}/-/-/-", $"{Owner}/-/-/-");
        (await Source.FindAsync(listed[0].Id, default)).Should().Be(listed[0]);
        await Source
            .Awaiting(source => source.FindAsync(listed[1].Id, default))
            .Should()
            .ThrowAsync<InvalidOperationException>()
            .WithMessage("Several*");
    }

    [Theory]
    [InlineData("no balance", "No balance of *")]
    [InlineData("no list", "The balance of * came without its documents*")]
    [InlineData("too old", "The balance of * is as of 2026-11-19T05:59:59Z, too old*")]
    public async Task What_is_not_known_is_not_taken_for_paid(string what, string message)
    {
        if (what == "no list")
            Keep(null);
        else if (what == "too old")
            Keep([], Now - Duration.FromDays(2) - Duration.FromSeconds(1));

        await Source
            .Awaiting(source => source.FindAsync($"{Owner}/D-1", default))
            .Should()
            .ThrowAsync<InvalidOperationException>()
            .WithMessage(message);
    }

    [Theory]
    [InlineData("A-1")]
    [InlineData("A-1/2")]
    public async Task Refuses_a_name_that_is_none_of_its_own(string id) =>
        await Source.Awaiting(source => source.FindAsync(id, default)).Should().ThrowAsync<FormatException>();

    [Fact]
    public async Task A_flag_stays_while_the_list_of_documents_is_missing()
    {
        Keep([
            new OpenDocument
            {
                Id = "D-1",
                DueDate = Start.PlusDays(-1),
                Outstanding = Money.Rub(40m),
            },
            new OpenDocument { Id = "D-2", DueDate = Start },
        ]);
        using var runner = new ReminderRunner(Source, _world.Log, _world.Channel, _world.Status, time: _world.Time);
        var first = await runner.RunOnceAsync();
        Keep(null);

        var second = await runner.RunOnceAsync();
        Keep([]);
        await runner.RunOnceAsync();

        first.Problems.Should().ContainSingle().Which.Receivable.Should().Be($"{Owner}/D-2", "its amount is not stated");
        second.Problems.Should().HaveCount(2);
        second.ClosedOverdue.Should().BeEmpty();
        second.Count(ReminderActionKind.LiftCreditFlag).Should().Be(0);
        (await _world.FlaggedAsync()).Should().BeEmpty("an empty list says that all is paid");
    }

    private void Keep(IReadOnlyList<OpenDocument>? documents, Instant? readAt = null) =>
        _kept.Balance = new StoredBalance(new CounterpartyBalance(Owner, Currency.Rub, Now) { Documents = documents }, readAt ?? Now);

    /// <summary>One balance, in pages.</summary>
    private sealed class KeptBalances : IBalanceStore, IOpenDocumentStore
    {
        public StoredBalance? Balance { get; set; }

        public int Pages { get; private set; }

        public Task<OpenDocumentPage> ListDueAsync(LocalDate dueOnOrBefore, string? after, int limit, CancellationToken cancellationToken)
        {
            Pages++;
            var start = after is null ? 0 : int.Parse(after, System.Globalization.CultureInfo.InvariantCulture);
            var all = (Balance?.Balance.Documents ?? []).Where(document => document.DueDate <= dueOnOrBefore).ToList();
            var page = all.Skip(start).Take(limit).Select(document => new StoredDocument(Owner, document)).ToList();
            return Task.FromResult(new OpenDocumentPage(page, start + limit < all.Count ? $"{start + limit}" : null));
        }

        public Task<StoredBalance?> FindAsync(CounterpartyId counterparty, CancellationToken cancellationToken) => Task.FromResult(Balance);

        public Task<bool> SaveAsync(StoredBalance balance, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<CounterpartyId>> ListAsync(CounterpartyId? after, int limit, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<PaymentHistoryPage> ListPaymentsAsync(
            CounterpartyId counterparty,
            string? after,
            int limit,
            CancellationToken cancellationToken
        ) => throw new NotSupportedException();

        public Task<BalanceImportRecord?> FindLastImportAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IBalanceImport> BeginImportAsync(BalanceImportScope scope, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
