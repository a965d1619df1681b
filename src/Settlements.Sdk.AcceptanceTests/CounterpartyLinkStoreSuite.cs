using NodaTime;
using Settlements.Linking;

namespace Settlements.AcceptanceTests;

/// <summary>What every <see cref="ICounterpartyLinkStore"/> does, whatever keeps it.</summary>
public abstract class CounterpartyLinkStoreSuite : StoreSuite<ICounterpartyLinkStore>
{
    private static readonly CounterpartyId Company = new(ExamplePayments.IdOf(1));
    private static readonly CounterpartyId Other = new(ExamplePayments.IdOf(2));
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 21, 9, 0);

    [Fact]
    public async Task Knows_nobody_at_first()
    {
        Promise.Equal(null, await Store.FindAsync("1", None), "FindAsync gives null where no link was kept");
        Promise.Equal([], await Store.ListAsync(Company, None), "ListAsync gives no link where none was kept");
        Promise.Equal(false, await Store.RemoveAsync("1", true, None), "RemoveAsync gives false where there was no link");
    }

    [Theory]
    [InlineData(CounterpartyLinkOrigin.StoredId, null)]
    [InlineData(CounterpartyLinkOrigin.TaxId, null)]
    [InlineData(CounterpartyLinkOrigin.Registered, "")]
    [InlineData(CounterpartyLinkOrigin.Hand, " О'Нил \"ё\" 🎄 ")]
    public async Task Gives_back_what_it_was_given(CounterpartyLinkOrigin origin, string? author)
    {
        var link = Link("user") with { Origin = origin, Author = author, LinkedAt = Now + Duration.FromTicks(1) };

        await SaveAsync(link, CounterpartyLinkOutcome.Saved, "a link where nothing stands against it is saved");

        Promise.Equal(link, await Store.FindAsync("user", None), "a link is found as it was given");
        Promise.Equal([link], await Store.ListAsync(Company, None), "a link is listed as it was given");
    }

    [Fact]
    public async Task Keeps_one_link_a_user_the_last_one()
    {
        await Store.SaveAsync(Link("user") with { Origin = CounterpartyLinkOrigin.StoredId }, false, None);
        var last = Link("user", Other) with { Origin = CounterpartyLinkOrigin.TaxId, LinkedAt = Now + Duration.FromDays(1) };

        await SaveAsync(last, CounterpartyLinkOutcome.Saved, "a link found automatically takes the place of another one");

        Promise.Equal(last, await Store.FindAsync("user", None), "the last link of a user is the one that is kept");
        Promise.Equal(
            [],
            await Store.ListAsync(Company, None),
            "a user who is linked to another counterparty is listed under the former no more"
        );
        Promise.Equal([last], await Store.ListAsync(Other, None), "a user is listed under the counterparty of the last link");
    }

    [Theory]
    [InlineData(CounterpartyLinkOrigin.StoredId)]
    [InlineData(CounterpartyLinkOrigin.TaxId)]
    [InlineData(CounterpartyLinkOrigin.Registered)]
    public async Task Never_puts_an_automatic_link_over_one_made_by_hand(CounterpartyLinkOrigin origin)
    {
        var byHand = ByHand("user");
        await Store.SaveAsync(byHand, false, None);

        var automatic = Link("user", Other) with { Origin = origin };
        await SaveAsync(automatic, CounterpartyLinkOutcome.KeptByHand, "a link made by hand is replaced only by another made by hand");

        Promise.Equal(byHand, await Store.FindAsync("user", None), "nothing changes unless the outcome is Saved");
        Promise.Equal([], await Store.ListAsync(Other, None), "nothing changes unless the outcome is Saved");
        var corrected = ByHand("user", Other) with { Author = "another" };
        await SaveAsync(corrected, CounterpartyLinkOutcome.Saved, "a link made by hand is replaced by another made by hand");
        Promise.Equal(corrected, await Store.FindAsync("user", None), "a link made by hand is replaced by another made by hand");
    }

    [Fact]
    public async Task Keeps_that_a_user_buys_for_no_counterparty()
    {
        var nobody = ByHand("user") with { Counterparty = null };
        await Store.SaveAsync(Link("user"), false, None);

        await SaveAsync(nobody, CounterpartyLinkOutcome.Saved, "a person may say that a user buys for no counterparty");
        await SaveAsync(ByHand("second") with { Counterparty = null }, CounterpartyLinkOutcome.Saved, "no counterparty is never taken");
        await SaveAsync(Link("user"), CounterpartyLinkOutcome.KeptByHand, "nothing automatic brings back a link that a person took away");

        Promise.Equal(nobody, await Store.FindAsync("user", None), "a link to no counterparty is found as it was given");
        Promise.Equal([], await Store.ListAsync(Company, None), "a link to no counterparty stands in no list");
        await SaveAsync(Link("third"), CounterpartyLinkOutcome.Saved, "a link to no counterparty is in nobody's way");
    }

    [Fact]
    public async Task Refuses_a_second_user_unless_the_counterparty_is_shared()
    {
        await Store.SaveAsync(Link("first"), isShared: false, None);

        await SaveAsync(Link("second"), CounterpartyLinkOutcome.Taken, "a counterparty that another user is linked to is refused");
        await SaveAsync(ByHand("second"), CounterpartyLinkOutcome.Taken, "it is refused by hand too");
        Promise.Equal(null, await Store.FindAsync("second", None), "nothing changes unless the outcome is Saved");
        await SaveAsync(Link("first"), CounterpartyLinkOutcome.Saved, "a user's own link is in nobody's way");

        await SaveAsync(Link("second"), CounterpartyLinkOutcome.Saved, "a shared counterparty takes a second user", isShared: true);
        await SaveAsync(Link("first"), CounterpartyLinkOutcome.Taken, "a counterparty that is shared no more refuses both of its users");
        Promise.Equal([Link("first"), Link("second")], await Store.ListAsync(Company, None), "both users are listed");
    }

    [Fact]
    public async Task Says_that_a_link_was_made_by_hand_before_it_says_that_the_counterparty_is_taken()
    {
        await Store.SaveAsync(Link("first"), false, None);
        await Store.SaveAsync(ByHand("second", Other), false, None);

        await SaveAsync(Link("second"), CounterpartyLinkOutcome.KeptByHand, "where both stand against a link, KeptByHand is the answer");
    }

    [Fact]
    public async Task Frees_the_counterparty_of_a_link_that_is_gone()
    {
        await Store.SaveAsync(Link("first"), false, None);
        await Store.SaveAsync(Link("first", Other), false, None);
        await SaveAsync(Link("second"), CounterpartyLinkOutcome.Saved, "a counterparty whose user was linked to another one is free");

        Promise.Equal(true, await Store.RemoveAsync("second", false, None), "RemoveAsync gives true for a link that it forgot");
        Promise.Equal(false, await Store.RemoveAsync("second", false, None), "RemoveAsync gives false the second time");

        Promise.Equal(null, await Store.FindAsync("second", None), "a removed link is not found");
        Promise.Equal([], await Store.ListAsync(Company, None), "a removed link is not listed");
        await SaveAsync(Link("third"), CounterpartyLinkOutcome.Saved, "a counterparty whose link was removed is free");
    }

    [Fact]
    public async Task Forgets_a_link_made_by_hand_only_when_asked_to()
    {
        await Store.SaveAsync(ByHand("user"), false, None);

        Promise.Equal(false, await Store.RemoveAsync("user", alsoByHand: false, None), "a link made by hand stays unless those go too");
        Promise.Equal(ByHand("user"), await Store.FindAsync("user", None), "a link made by hand stays unless those go too");
        Promise.Equal(true, await Store.RemoveAsync("user", alsoByHand: true, None), "a link made by hand goes when those go too");
        Promise.Equal(null, await Store.FindAsync("user", None), "a link made by hand goes when those go too");
    }

    [Fact]
    public async Task Compares_users_letter_for_letter_and_lists_them_in_that_order()
    {
        string[] users = [" user", "A", "User", "a", "user", "user ", "user_", "usér", "ЁЛКА", "ёлка"];
        foreach (var user in users)
            await SaveAsync(Link(user), CounterpartyLinkOutcome.Saved, "users are compared letter for letter", isShared: true);

        var listed = await Store.ListAsync(Company, None);

        Promise.Equal(
            users.Order(StringComparer.Ordinal).ToList(),
            [.. listed.Select(link => link.UserId)],
            "links are listed in the ordinal order of the users' identifiers"
        );
        foreach (var user in users)
            Promise.Equal(Link(user), await Store.FindAsync(user, None), "a user is found by exactly this identifier");
    }

    [Fact]
    public async Task Shows_another_instance_what_it_keeps()
    {
        await Store.SaveAsync(ByHand("user"), false, None);

        var other = await OpenAgainAsync(Clock);

        Promise.Equal(
            ByHand("user"),
            await other.FindAsync("user", None),
            "another instance over the same data finds what the first one keeps"
        );
    }

    [Fact]
    public async Task Gives_a_counterparty_to_one_of_many_who_ask_at_one_moment()
    {
        var outcomes = await AtOneMomentAsync(40, (store, number) => store.SaveAsync(Link($"user {number}"), false, None));

        Promise.Equal(1, outcomes.Count(outcome => outcome == CounterpartyLinkOutcome.Saved), "of many users at one moment one is linked");
        Promise.Equal(39, outcomes.Count(outcome => outcome == CounterpartyLinkOutcome.Taken), "the others are told that it is taken");
        Promise.Equal(1, (await Store.ListAsync(Company, None)).Count, "of many users at one moment one is linked");
    }

    [Fact]
    public async Task Keeps_the_link_made_by_hand_whatever_comes_at_the_same_moment()
    {
        await AtOneMomentAsync(
            40,
            (store, number) => store.SaveAsync(number == 20 ? ByHand("user") : Link("user", Other), isShared: true, None)
        );

        Promise.Equal(ByHand("user"), await Store.FindAsync("user", None), "a link made by hand is never overwritten by an automatic one");
    }

    [Fact]
    public async Task Lets_one_of_many_forget_a_link()
    {
        await Store.SaveAsync(Link("user"), false, None);

        var forgotten = await AtOneMomentAsync(40, (store, _) => store.RemoveAsync("user", true, None));

        Promise.Equal(1, forgotten.Count(once => once), "of many who remove a link at one moment one is told that it did");
    }

    [Fact]
    public async Task Does_nothing_when_it_is_cancelled_before_it_begins()
    {
        await Promise.ThrowsAsync<OperationCanceledException>(
            () => Store.SaveAsync(Link("user"), false, new CancellationToken(canceled: true)),
            "a call whose token is cancelled throws OperationCanceledException"
        );

        Promise.Equal(null, await Store.FindAsync("user", None), "a cancelled call changes nothing");
    }

    private static CounterpartyLink Link(string user, CounterpartyId? counterparty = null) =>
        new()
        {
            UserId = user,
            Counterparty = counterparty ?? Company,
            Origin = CounterpartyLinkOrigin.TaxId,
            LinkedAt = Now,
        };

    private static CounterpartyLink ByHand(string user, CounterpartyId? counterparty = null) =>
        Link(user, counterparty) with
        {
            Origin = CounterpartyLinkOrigin.Hand,
            Author = "admin",
        };

    private async Task SaveAsync(CounterpartyLink link, CounterpartyLinkOutcome expected, string promise, bool isShared = false) =>
        Promise.Equal(expected, await Store.SaveAsync(link, isShared, None), promise);
}
