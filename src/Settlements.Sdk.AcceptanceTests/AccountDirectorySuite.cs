using NodaTime;
using Settlements.Payments;

namespace Settlements.AcceptanceTests;

/// <summary>What every <see cref="IAccountDirectory"/> does, whatever keeps it.</summary>
public abstract class AccountDirectorySuite : StoreSuite<IAccountDirectory>
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 16, 3, 0);
    private static readonly Instant Tuesday = Monday + Duration.FromDays(1);
    private static readonly Instant Wednesday = Monday + Duration.FromDays(2);

    [Fact]
    public async Task Is_empty_before_the_first_load()
    {
        Promise.Equal([], await Store.ListAsync(None), "ListAsync gives no account before the first load");
        Promise.Equal(null, await Store.GetLoadedAtAsync(None), "GetLoadedAtAsync gives null before the first load");
    }

    [Fact]
    public async Task Takes_over_a_load_and_marks_once_what_is_gone()
    {
        Promise.Equal(0, await Store.ReplaceAsync([Account(1), Account(2), Account(3)], Monday, None), "the first load misses nobody");

        var renamed = Account(1) with { ClientName = "ООО «Ель»", IsActive = null };
        Promise.Equal(2, await Store.ReplaceAsync([renamed], Tuesday, None), "accounts that a load has not are counted as gone");
        Promise.Equal(
            0,
            await Store.ReplaceAsync([Account(1), Account(3)], Wednesday, None),
            "an account that was gone before is not counted again, and one that is back is not gone"
        );

        await ExpectAsync(
            [Account(1), Account(2) with { MissingSince = Tuesday }, Account(3)],
            "an account keeps the moment of the load that first missed it, and loses it when it is back"
        );
        Promise.Equal(Wednesday, await Store.GetLoadedAtAsync(None), "GetLoadedAtAsync gives the moment of the last load");
    }

    [Fact]
    public async Task Keeps_what_the_panel_did_not_show_as_not_known()
    {
        var account = Account(1) with { ClientName = null, IsActive = null, Currency = Currency.Kzt };

        await Store.ReplaceAsync([account], Monday, None);

        await ExpectAsync([account], "what is null in a load is null in the list");
    }

    [Fact]
    public async Task Gives_back_what_it_was_given()
    {
        ClientAccount[] accounts =
        [
            Account(long.MaxValue) with
            {
                ClientId = long.MaxValue,
                ProviderId = long.MaxValue,
            },
            Account(1) with
            {
                ClientName = " ИП О'Нил \"Ё\" 🎄 ",
                IsActive = false,
                Currency = Currency.Usd,
            },
            Account(2) with
            {
                ClientName = "",
            },
        ];

        await Store.ReplaceAsync(accounts, Monday + Duration.FromTicks(1), None);

        await ExpectAsync(accounts, "every field comes back as it was given");
        Promise.Equal(Monday + Duration.FromTicks(1), await Store.GetLoadedAtAsync(None), "moments are kept to 100 nanoseconds");
    }

    [Fact]
    public async Task Keeps_all_as_missing_when_a_load_is_empty()
    {
        await Store.ReplaceAsync([Account(1), Account(2)], Monday, None);

        Promise.Equal(2, await Store.ReplaceAsync([], Tuesday, None), "a load without accounts misses all of them");

        await ExpectAsync(
            [Account(1) with { MissingSince = Tuesday }, Account(2) with { MissingSince = Tuesday }],
            "accounts that are gone are kept"
        );
    }

    [Fact]
    public async Task Shows_another_instance_what_it_keeps()
    {
        await Store.ReplaceAsync([Account(1)], Monday, None);

        var other = await OpenAgainAsync(Clock);

        Promise.Equal([Account(1)], await other.ListAsync(None), "another instance over the same data lists what the first one keeps");
        Promise.Equal(Monday, await other.GetLoadedAtAsync(None), "another instance over the same data knows the last load");
    }

    [Fact]
    public async Task Takes_over_each_of_many_loads_as_a_whole()
    {
        const int Loads = 20;
        await Store.ReplaceAsync(Load(0), Monday, None);

        var lists = await AtOneMomentAsync(
            2 * Loads,
            async (store, number) =>
            {
                if (number % 2 == 0)
                    await store.ReplaceAsync(Load(number / 2), Monday, None);
                return await store.ListAsync(None);
            }
        );

        foreach (var list in lists)
            Promise.Kept(
                list.Count == 5 && list.All(account => account.ClientName == list[0].ClientName),
                "a list is of one load, never of two",
                list
            );
    }

    [Fact]
    public async Task Does_nothing_when_it_is_cancelled_before_it_begins()
    {
        await Store.ReplaceAsync([Account(1)], Monday, None);

        await Promise.ThrowsAsync<OperationCanceledException>(
            () => Store.ReplaceAsync([Account(2)], Tuesday, new CancellationToken(canceled: true)),
            "a call whose token is cancelled throws OperationCanceledException"
        );

        await ExpectAsync([Account(1)], "a cancelled load changes nothing");
    }

    private static ClientAccount[] Load(int number) =>
        [.. Enumerable.Range(1, 5).Select(id => Account(id) with { ClientName = $"load {number}" })];

    private static ClientAccount Account(long id) =>
        new()
        {
            Id = id,
            ClientId = id == long.MaxValue ? id : 100 + id,
            ClientName = "ООО «Ромашка»",
            ProviderId = 1,
            Currency = Currency.Rub,
            IsActive = true,
        };

    private async Task ExpectAsync(IEnumerable<ClientAccount> expected, string promise)
    {
        var seen = await Store.ListAsync(None);
        Promise.Equal(expected.OrderBy(account => account.Id).ToList(), [.. seen.OrderBy(account => account.Id)], promise);
    }
}
