using NodaTime;
using Settlements.Credit;
using static Settlements.AcceptanceTests.ExampleBalances;

namespace Settlements.AcceptanceTests;

/// <summary>What every <see cref="ICreditStatusStore"/> does, whatever keeps it.</summary>
public abstract class CreditStatusStoreSuite : StoreSuite<ICreditStatusStore>
{
    private static readonly LocalDate Due = new(2026, 11, 20);
    private static readonly LocalDate Today = new(2026, 11, 21);

    [Fact]
    public async Task Knows_nobody_at_first()
    {
        Promise.Equal([], await AllAsync(null, 10), "the register is empty at first");
        Promise.Equal(false, await Store.CloseOverdueAsync("A-1", Due, Today, None), "an entry that is not there cannot be closed");
        Promise.Equal(null, await Store.FindFlagAsync(Company, None), "nobody is flagged at first");
        Promise.Equal([], await Store.ListFlagsAsync(null, 10, None), "nobody is flagged at first");
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("10.505")]
    public async Task Gives_back_an_entry_as_it_was_given(string amount)
    {
        OverdueEntry[] entries =
        [
            Entry("A-1") with
            {
                Due = new LocalDate(1, 1, 1),
                Number = null,
            },
            Entry("№ 1/«ё» 'a'; \"b\" 🎄 ") with
            {
                Outstanding = Exactly.Money(amount, Currency.Kzt),
                Number = "",
                RecordedOn = new LocalDate(2024, 2, 29),
            },
            Entry("A-1") with
            {
                Due = new LocalDate(9999, 12, 31),
            },
        ];
        foreach (var entry in entries)
            await RecordAsync(entry, true);

        Promise.Equal(entries, await AllAsync(null, 10), "an entry comes back as it was given, to the last digit and letter");
    }

    [Fact]
    public async Task Enters_a_receivable_once_for_its_due_date_and_closes_it_once()
    {
        var moved = Entry("A-1") with { Due = Due.PlusDays(1) };
        await RecordAsync(Entry("A-1"), true);
        await RecordAsync(Entry("A-1") with { Outstanding = Money.Rub(7m) }, false);
        await RecordAsync(moved, true);
        Promise.Equal(
            [Entry("A-1"), moved],
            await AllAsync(null, 10),
            "what was entered before is not changed; another due date is another entry"
        );

        Promise.Equal(true, await Store.CloseOverdueAsync("A-1", Due, Today, None), "an open entry can be closed");
        Promise.Equal(false, await Store.CloseOverdueAsync("A-1", Due, Today, None), "an entry is closed once");
        Promise.Equal(false, await Store.CloseOverdueAsync("a-1", moved.Due, Today, None), "receivables compare letter for letter");
        await RecordAsync(Entry("A-1"), false);

        Promise.Equal([moved], await AllAsync(null, 10), "a closed entry is not listed, and is not entered again");
    }

    [Fact]
    public async Task Refuses_an_entry_that_is_closed()
    {
        await Promise.ThrowsAsync<ArgumentException>(
            () => Store.RecordOverdueAsync(Entry("A-1") with { ClosedOn = Today }, None),
            "a receivable enters the register open"
        );

        Promise.Equal([], await AllAsync(null, 10), "what was refused is not entered");
    }

    [Fact]
    public async Task Lists_open_entries_by_due_date_and_receivable_in_pages_of_any_size()
    {
        OverdueEntry[] entries =
        [
            Entry("z") with
            {
                Due = Due.PlusDays(-1),
            },
            .. ((string[])[" a", "A", "A-1", "A/1", "B", "a", "a ", "А", "а"]).Select(Entry),
            Entry("A") with
            {
                Due = Due.PlusDays(1),
                Counterparty = Id(2),
            },
        ];
        foreach (var entry in entries.Reverse())
            await RecordAsync(entry, true);

        foreach (var limit in (int[])[1, 2, 3, 10, 11, 12])
        {
            Promise.Equal(
                entries,
                await AllAsync(null, limit),
                $"entries are listed by due date and receivable (ordinal), in pages of {limit}"
            );
            Promise.Equal(
                entries[..^1],
                await AllAsync(Company, limit),
                $"a counterparty's entries are listed without those of others, in pages of {limit}"
            );
        }

        Promise.Equal(entries[^1..], await AllAsync(Id(2), 10), "a counterparty's entries are listed without those of others");
        Promise.Equal(null, (await Store.ListOverdueAsync(null, null, entries.Length, None)).Next, "Next is null when no entry is left");
    }

    [Fact]
    public async Task Moves_no_entry_when_others_are_closed_or_entered_between_two_pages()
    {
        foreach (var receivable in (string[])["A-1", "A-2", "A-4", "A-5"])
            await RecordAsync(Entry(receivable), true);
        var first = await Store.ListOverdueAsync(null, null, 2, None);

        await Store.CloseOverdueAsync("A-2", Due, Today, None);
        await Store.CloseOverdueAsync("A-4", Due, Today, None);
        await RecordAsync(Entry("A-0"), true);
        await RecordAsync(Entry("A-3"), true);
        var second = await Store.ListOverdueAsync(null, first.Next, 10, None);

        Promise.Equal(
            (string[])["A-3", "A-5"],
            [.. second.Entries.Select(entry => entry.Receivable)],
            "entries that are closed or entered between two pages neither hide nor repeat another"
        );
    }

    [Fact]
    public async Task Sets_a_flag_anew_under_a_new_version_and_lifts_only_that()
    {
        var first = await Store.SetFlagAsync(Company, "A-1", Due, Today, None);
        var second = await Store.SetFlagAsync(Company, "a-1 ", Due.PlusDays(1), Today.PlusDays(2), None);

        Promise.Equal(
            new CreditFlag
            {
                Counterparty = Company,
                Receivable = "a-1 ",
                Due = Due.PlusDays(1),
                SetOn = Today.PlusDays(2),
                Version = second.Version,
            },
            second,
            "a flag that is set anew has the new cause and day"
        );
        Promise.Kept(second.Version != first.Version, "a flag that is set anew has a version that no flag had before");
        Promise.Equal(false, await Store.LiftFlagAsync(first, None), "a flag that was set anew is not lifted by its former version");
        Promise.Equal(second, await Store.FindFlagAsync(Company, None), "a flag is found as it was set last");
        Promise.Equal(null, await Store.FindFlagAsync(Id(2), None), "a flag is one counterparty's");

        Promise.Equal(true, await Store.LiftFlagAsync(second, None), "a flag is lifted by its version");
        Promise.Equal(false, await Store.LiftFlagAsync(second, None), "a flag is lifted once");
        Promise.Equal(null, await Store.FindFlagAsync(Company, None), "a lifted flag is gone");
        var third = await Store.SetFlagAsync(Company, "A-1", Due, Today, None);
        Promise.Equal(false, await Store.LiftFlagAsync(second, None), "a flag that was lifted and set again has another version");
        Promise.Equal(third, await Store.FindFlagAsync(Company, None), "a flag that was lifted can be set again");
    }

    [Fact]
    public async Task Lists_flags_in_the_order_of_their_GUIDs_as_text()
    {
        CounterpartyId[] ids = [Id(1), Id(2), Id(16), Id(256), Id(0x01000000), Id(0x7f000000)];
        foreach (var id in ids.Reverse())
            await Store.SetFlagAsync(id, "A-1", Due, Today, None);

        foreach (var limit in (int[])[1, 4, 6, 7])
        {
            List<CounterpartyId> listed = [];
            IReadOnlyList<CreditFlag> page;
            do
            {
                page = await Store.ListFlagsAsync(listed.Count == 0 ? null : listed[^1], limit, None);
                listed.AddRange(page.Select(flag => flag.Counterparty));
                Promise.Kept(listed.Count <= ids.Length, "pages come to an end: each begins after the one before");
            } while (page.Count > 0);

            Promise.Equal(ids, [.. listed], $"flags are listed in the order of their counterparties' GUIDs as text, in pages of {limit}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Refuses_a_page_of_nothing(int limit)
    {
        await Promise.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Store.ListOverdueAsync(null, null, limit, None),
            "ListOverdueAsync refuses a limit that is not above zero"
        );
        await Promise.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Store.ListFlagsAsync(null, limit, None),
            "ListFlagsAsync refuses a limit that is not above zero"
        );
    }

    [Fact]
    public async Task Refuses_a_position_that_is_none_and_a_flag_of_nobody()
    {
        await Promise.ThrowsAsync<FormatException>(
            () => Store.ListOverdueAsync(null, "nowhere", 10, None),
            "a position that this store never gave is refused"
        );
        await Promise.ThrowsAsync<ArgumentException>(
            () => Store.SetFlagAsync(default, "A-1", Due, Today, None),
            "a flag is somebody's: default(CounterpartyId) is refused"
        );
    }

    [Fact]
    public async Task Shows_another_instance_what_it_keeps()
    {
        await RecordAsync(Entry("A-1"), true);
        var flag = await Store.SetFlagAsync(Company, "A-1", Due, Today, None);
        var other = await OpenAgainAsync(Clock);

        Promise.Equal(
            [Entry("A-1")],
            (await other.ListOverdueAsync(null, null, 10, None)).Entries,
            "another instance over the same data lists what the first one keeps"
        );
        Promise.Equal(flag, await other.FindFlagAsync(Company, None), "another instance finds the flag that the first one keeps");
        Promise.Equal(true, await other.LiftFlagAsync(flag, None), "another instance lifts the flag that the first one has set");
    }

    [Fact]
    public async Task Tells_one_of_many_that_it_entered_closed_or_lifted()
    {
        var entered = await AtOneMomentAsync(40, (store, _) => store.RecordOverdueAsync(Entry("A-1"), None));
        var closed = await AtOneMomentAsync(40, (store, _) => store.CloseOverdueAsync("A-1", Due, Today, None));
        var flag = await Store.SetFlagAsync(Company, "A-1", Due, Today, None);
        var lifted = await AtOneMomentAsync(40, (store, _) => store.LiftFlagAsync(flag, None));
        var set = await AtOneMomentAsync(40, (store, _) => store.SetFlagAsync(Company, "A-1", Due, Today, None));

        Promise.Equal(1, entered.Count(once => once), "of many who enter a receivable at one moment one is told that it did");
        Promise.Equal(1, closed.Count(once => once), "of many who close an entry at one moment one is told that it did");
        Promise.Equal(1, lifted.Count(once => once), "of many who lift a flag at one moment one is told that it did");
        Promise.Equal(40, set.Select(one => one.Version).Distinct().Count(), "each time that a flag is set it has a version of its own");
        Promise.Equal(1, (await Store.ListFlagsAsync(null, 10, None)).Count, "a counterparty has one flag");
    }

    private static OverdueEntry Entry(string receivable) =>
        new()
        {
            Receivable = receivable,
            Due = Due,
            Counterparty = Company,
            Outstanding = Money.Rub(10.50m),
            Number = "№ 17",
            RecordedOn = Today,
        };

    private async Task RecordAsync(OverdueEntry entry, bool isNew) =>
        Promise.Equal(isNew, await Store.RecordOverdueAsync(entry, None), "RecordOverdueAsync says whether it entered the receivable");

    private async Task<IReadOnlyList<OverdueEntry>> AllAsync(CounterpartyId? counterparty, int limit)
    {
        List<OverdueEntry> entries = [];
        string? after = null;
        do
        {
            var page = await Store.ListOverdueAsync(counterparty, after, limit, None);
            Promise.Kept(page.Entries.Count <= limit, $"a page holds at most {limit} entries", page.Entries.Count);
            entries.AddRange(page.Entries);
            Promise.Kept(entries.Count <= 10_000, "pages come to an end: each begins after the one before");
            after = page.Next;
        } while (after is not null);

        return entries;
    }
}
