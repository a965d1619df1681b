using NodaTime;
using Settlements.Credit;
using Settlements.Tests.Reminders;

namespace Settlements.Tests.Credit;

public sealed class InMemoryCreditStatusStoreTests
{
    private static readonly LocalDate Due = new(2026, 11, 20);
    private static readonly LocalDate Today = new(2026, 11, 21);
    private static readonly CounterpartyId One = ReminderWorld.Counterparty(1);
    private static readonly CounterpartyId Two = ReminderWorld.Counterparty(2);

    private readonly InMemoryCreditStatusStore _store = new();

    [Fact]
    public async Task Enters_a_receivable_once_for_its_due_date_and_closes_it_once()
    {
        (await _store.RecordOverdueAsync(Entry("A-1"), default)).Should().BeTrue();
        (await _store.RecordOverdueAsync(Entry("A-1") with { Outstanding = Money.Rub(7m) }, default)).Should().BeFalse();
        (await _store.RecordOverdueAsync(Entry("A-1") with { Due = Due.PlusDays(1) }, default)).Should().BeTrue();
        (await ListAsync()).Entries.Should().Equal(Entry("A-1"), Entry("A-1") with { Due = Due.PlusDays(1) });

        (await _store.CloseOverdueAsync("A-1", Due, Today, default)).Should().BeTrue();
        (await _store.CloseOverdueAsync("A-1", Due, Today, default)).Should().BeFalse();
        (await _store.CloseOverdueAsync("a-1", Due.PlusDays(1), Today, default)).Should().BeFalse();
        (await _store.RecordOverdueAsync(Entry("A-1"), default)).Should().BeFalse("it was entered before");
        (await ListAsync()).Entries.Should().ContainSingle().Which.Due.Should().Be(Due.PlusDays(1));
    }

    [Fact]
    public async Task Refuses_an_entry_that_is_closed() =>
        await _store
            .Awaiting(store => store.RecordOverdueAsync(Entry("A-1") with { ClosedOn = Today }, default))
            .Should()
            .ThrowAsync<ArgumentException>();

    [Fact]
    public async Task Lists_open_entries_in_pages_by_due_date_and_receivable()
    {
        OverdueEntry[] entries =
        [
            Entry("b/1") with
            {
                Due = Due.PlusDays(-1),
            },
            Entry("A-2"),
            Entry("A-3") with
            {
                Counterparty = Two,
            },
            Entry("a-1"),
        ];
        foreach (var entry in entries.Reverse())
            await _store.RecordOverdueAsync(entry, default);

        var first = await ListAsync(limit: 2);
        await _store.CloseOverdueAsync("A-2", Due, Today, default);
        await _store.RecordOverdueAsync(Entry("A-0"), default);
        var second = await ListAsync(after: first.Next, limit: 2);

        first.Entries.Should().Equal(entries[..2]);
        second.Entries.Should().Equal(entries[2..]);
        second.Next.Should().BeNull();
        (await ListAsync(Two)).Entries.Should().Equal(entries[2]);
        await _store.Awaiting(store => ListAsync(limit: 0)).Should().ThrowAsync<ArgumentOutOfRangeException>();
        await _store.Awaiting(store => ListAsync(after: "?")).Should().ThrowAsync<FormatException>();
    }

    [Fact]
    public async Task Sets_a_flag_anew_under_a_new_version_and_lifts_only_that()
    {
        var first = await SetAsync(One, "A-1");
        var second = await SetAsync(One, "A-2");

        second.Should().Be(first with { Receivable = "A-2", Version = second.Version });
        second.Version.Should().NotBe(first.Version);
        (await _store.LiftFlagAsync(first, default)).Should().BeFalse();
        (await _store.FindFlagAsync(One, default)).Should().Be(second);
        (await _store.FindFlagAsync(Two, default)).Should().BeNull();
        (await _store.LiftFlagAsync(second, default)).Should().BeTrue();
        (await _store.LiftFlagAsync(second, default)).Should().BeFalse();
        (await _store.FindFlagAsync(One, default)).Should().BeNull();
    }

    [Fact]
    public async Task Lists_flags_in_the_order_of_their_GUIDs_as_text()
    {
        foreach (var number in new[] { 300, 2, 16, 1 })
            await SetAsync(ReminderWorld.Counterparty(number), "A-1");

        var first = await _store.ListFlagsAsync(null, 3, default);
        var second = await _store.ListFlagsAsync(first[^1].Counterparty, 3, default);

        first.Concat(second).Select(flag => flag.Counterparty).Should().Equal(new[] { 1, 2, 16, 300 }.Select(ReminderWorld.Counterparty));
        await _store.Awaiting(store => store.ListFlagsAsync(null, 0, default)).Should().ThrowAsync<ArgumentOutOfRangeException>();
        await _store.Awaiting(store => SetAsync(default, "A-1")).Should().ThrowAsync<ArgumentException>();
    }

    private static OverdueEntry Entry(string receivable) =>
        new()
        {
            Receivable = receivable,
            Due = Due,
            Counterparty = One,
            Outstanding = Money.Rub(10.505m),
            Number = "№ 17",
            RecordedOn = Today,
        };

    private Task<CreditFlag> SetAsync(CounterpartyId counterparty, string receivable) =>
        _store.SetFlagAsync(counterparty, receivable, Due, Today, default);

    private Task<OverduePage> ListAsync(CounterpartyId? counterparty = null, string? after = null, int limit = 100) =>
        _store.ListOverdueAsync(counterparty, after, limit, default);
}
