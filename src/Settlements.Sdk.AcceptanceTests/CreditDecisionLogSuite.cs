using NodaTime;
using Settlements.Credit;

namespace Settlements.AcceptanceTests;

/// <summary>What every <see cref="ICreditDecisionLog"/> does, whatever keeps it.</summary>
public abstract class CreditDecisionLogSuite : StoreSuite<ICreditDecisionLog>
{
    private static readonly CounterpartyId Company = new(ExamplePayments.IdOf(1));
    private static readonly CounterpartyId Other = new(ExamplePayments.IdOf(2));
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 21, 12, 0);

    [Fact]
    public async Task Is_empty_at_first()
    {
        foreach (var counterparty in (CounterpartyId?[])[null, Company])
        {
            var page = await Store.ListAsync(counterparty, null, 10, None);
            Promise.Equal([], page.Entries, "a log without entries gives none");
            Promise.Equal(null, page.Next, "the last page has no Next");
        }
    }

    [Theory]
    [InlineData(CreditVerdict.Allow, "A-1")]
    [InlineData(CreditVerdict.Warn, " № 17/«б» 'a'; \"b\" 🎄 ")]
    [InlineData(CreditVerdict.Block, "")]
    public async Task Gives_back_what_it_was_given(CreditVerdict verdict, string order)
    {
        var entry = Entry(order) with
        {
            Verdict = verdict,
            DecidedAt = Noon + Duration.FromTicks(1),
            Decision = "{ \"text\":\t\"Лимит исчерпан — ё 🎄 \\u0000\", \"a\": 1.10, \"a\": null }\n",
        };

        await Store.AppendAsync(entry, None);

        Promise.Equal([entry], await AllAsync(null, 10), "an entry comes back as it was given, its decision letter for letter");
    }

    [Fact]
    public async Task Keeps_a_long_decision()
    {
        var entry = Entry("A-1") with { Decision = string.Concat(Enumerable.Range(0, 20_000).Select(number => $"\"ё{number}\",")) };

        await Store.AppendAsync(entry, None);

        Promise.Equal([entry], await AllAsync(null, 10), "a decision of more than 100,000 letters is kept whole");
    }

    [Fact]
    public async Task Lists_the_latest_first_whatever_came_first()
    {
        var entries = Enumerable.Range(0, 5).Select(minute => Entry($"A-{minute}", minute)).ToArray();
        foreach (var number in (int[])[2, 4, 0, 3, 1])
            await Store.AppendAsync(entries[number], None);

        Promise.Equal(
            entries.Reverse().ToList(),
            await AllAsync(null, 10),
            "entries are listed by the moment of the decision, the latest first"
        );
    }

    [Fact]
    public async Task Lists_of_one_moment_the_one_that_was_added_last_first()
    {
        var entries = Enumerable.Range(0, 7).Select(number => Entry($"A-{number}")).ToArray();
        foreach (var entry in entries)
            await Store.AppendAsync(entry, None);

        for (var limit = 1; limit <= 8; limit++)
            Promise.Equal(
                entries.Reverse().ToList(),
                await AllAsync(null, limit),
                $"of one moment the entry that was added last comes first, in pages of {limit}"
            );
    }

    [Fact]
    public async Task Keeps_every_decision_of_an_order()
    {
        await Store.AppendAsync(Entry("A-1"), None);
        await Store.AppendAsync(Entry("A-1"), None);

        Promise.Equal(2, (await AllAsync(null, 10)).Count, "an order that is checked twice has two entries, even if they are equal");
    }

    [Fact]
    public async Task Lists_one_counterparty_or_everybody()
    {
        var entries = Enumerable
            .Range(0, 9)
            .Select(minute => Entry($"A-{minute}", minute) with { Counterparty = minute % 3 == 0 ? Other : Company })
            .ToArray();
        foreach (var entry in entries)
            await Store.AppendAsync(entry, None);

        for (var limit = 1; limit <= 4; limit++)
        {
            Promise.Equal(
                entries.Where(entry => entry.Counterparty == Company).Reverse().ToList(),
                await AllAsync(Company, limit),
                $"a counterparty's entries are listed without those of others, in pages of {limit}"
            );
            Promise.Equal(
                entries.Reverse().ToList(),
                await AllAsync(null, limit),
                $"without a counterparty everybody's are listed, in pages of {limit}"
            );
        }

        Promise.Equal([], await AllAsync(new CounterpartyId(ExamplePayments.IdOf(3)), 10), "a counterparty without entries has none");
    }

    [Fact]
    public async Task Has_no_next_page_when_the_last_one_is_full()
    {
        for (var minute = 0; minute < 4; minute++)
            await Store.AppendAsync(Entry("A-1", minute), None);

        var first = await Store.ListAsync(null, null, 2, None);
        var second = await Store.ListAsync(null, first.Next, 2, None);

        Promise.Kept(first.Next is not null, "Next is not null while there are more entries");
        Promise.Equal(null, second.Next, "Next is null when no entry is left, though the page is full");
        Promise.Equal(null, (await Store.ListAsync(null, null, int.MaxValue, None)).Next, "a page may be of any size");
    }

    [Fact]
    public async Task Moves_nothing_when_entries_are_added_between_two_pages()
    {
        for (var minute = 10; minute < 14; minute++)
            await Store.AppendAsync(Entry($"A-{minute}", minute), None);
        var first = await Store.ListAsync(null, null, 2, None);

        await Store.AppendAsync(Entry("later", 20), None);
        await Store.AppendAsync(Entry("of the last one's moment", 12), None);
        await Store.AppendAsync(Entry("earlier", 1), None);
        var second = await Store.ListAsync(null, first.Next, 10, None);

        Promise.Equal(
            (string[])["A-11", "A-10", "earlier"],
            [.. second.Entries.Select(entry => entry.OrderId)],
            "an entry that is added between two pages is shown if its place is still to come, and moves no other one"
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Refuses_a_page_of_nothing(int limit) =>
        await Promise.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Store.ListAsync(null, null, limit, None),
            "a limit that is not above zero is refused"
        );

    [Theory]
    [InlineData("")]
    [InlineData("nowhere")]
    [InlineData("ё/'; --")]
    public async Task Refuses_a_position_that_is_none(string after) =>
        await Promise.ThrowsAsync<FormatException>(
            () => Store.ListAsync(null, after, 10, None),
            "a position that this log never gave is refused, not read as the beginning or the end"
        );

    [Fact]
    public async Task Shows_another_instance_what_it_keeps()
    {
        await Store.AppendAsync(Entry("A-1"), None);

        var page = await (await OpenAgainAsync(Clock)).ListAsync(Company, null, 10, None);

        Promise.Equal([Entry("A-1")], page.Entries, "another instance over the same data lists what the first one keeps");
    }

    [Fact]
    public async Task Loses_no_entry_of_many_that_are_added_at_one_moment()
    {
        await AtOneMomentAsync(
            40,
            async (store, number) =>
            {
                await store.AppendAsync(Entry($"A-{number:00}", number % 2), None);
                return number;
            }
        );

        Promise.Equal(
            Enumerable.Range(0, 40).Select(number => $"A-{number:00}").ToList(),
            [.. (await AllAsync(Company, 7)).Select(entry => entry.OrderId).Order(StringComparer.Ordinal)],
            "of many entries that are added at one moment each is kept once"
        );
    }

    [Fact]
    public async Task Does_nothing_when_it_is_cancelled_before_it_begins()
    {
        await Promise.ThrowsAsync<OperationCanceledException>(
            () => Store.AppendAsync(Entry("A-1"), new CancellationToken(canceled: true)),
            "a call whose token is cancelled throws OperationCanceledException"
        );

        Promise.Equal([], await AllAsync(null, 10), "a cancelled call changes nothing");
    }

    private static CreditDecisionEntry Entry(string order, int minute = 0) =>
        new()
        {
            Counterparty = Company,
            OrderId = order,
            DecidedAt = Noon + Duration.FromMinutes(minute),
            Verdict = CreditVerdict.Allow,
            Decision = "{}",
        };

    private async Task<List<CreditDecisionEntry>> AllAsync(CounterpartyId? counterparty, int limit)
    {
        List<CreditDecisionEntry> entries = [];
        string? after = null;
        do
        {
            var page = await Store.ListAsync(counterparty, after, limit, None);
            Promise.Kept(page.Entries.Count <= limit, $"a page holds at most {limit} entries", page.Entries.Count);
            Promise.Kept(page.Entries.Count > 0 || page.Next is null, "a page with a Next is not empty");
            entries.AddRange(page.Entries);
            Promise.Kept(entries.Count <= 10_000, "pages come to an end: each begins after the one before");
            after = page.Next;
        } while (after is not null);

        return entries;
    }
}
