using Settlements.Linking;
using static Settlements.Tests.Linking.LinkingGiven;

namespace Settlements.Tests.Linking;

/// <summary>One counterparty, two users.</summary>
public sealed class SharingTests
{
    [Theory]
    [InlineData(CounterpartySharing.ByHand, false, LinkingOutcome.Taken)]
    [InlineData(CounterpartySharing.ByHand, true, LinkingOutcome.Linked)]
    [InlineData(CounterpartySharing.Refused, false, LinkingOutcome.Taken)]
    [InlineData(CounterpartySharing.Refused, true, LinkingOutcome.Taken)]
    [InlineData(CounterpartySharing.Allowed, false, LinkingOutcome.Linked)]
    [InlineData(CounterpartySharing.Allowed, true, LinkingOutcome.Linked)]
    public async Task The_option_says_who_may_share(CounterpartySharing sharing, bool byHand, LinkingOutcome outcome)
    {
        var linker = Linker(new ScriptedDirectory(Entry(1, Company())), options: new CounterpartyLinkerOptions { Sharing = sharing });
        await linker.LinkAsync(User("first", Company()));

        var result = byHand ? await linker.LinkByHandAsync("second", Id(1), "anna") : await linker.LinkAsync(User("second", Company()));

        result.Outcome.Should().Be(outcome);
        result.OtherUsers.Should().Equal("first");
        result.Wanted.Should().Be(outcome == LinkingOutcome.Taken ? Id(1) : null);
        (await linker.FindAsync("second") is not null).Should().Be(outcome == LinkingOutcome.Linked);
    }

    [Fact]
    public void A_stranger_who_knows_a_tax_number_shares_nothing_by_default() =>
        new CounterpartyLinkerOptions().Sharing.Should().Be(CounterpartySharing.ByHand);

    [Fact]
    public async Task Who_finds_the_new_counterparty_taken_keeps_the_earlier_link()
    {
        var linker = Linker(new ScriptedDirectory(Entry(1, Company()), Entry(2, Company(inn: "7736207543"))));
        await linker.LinkAsync(User("first", stored: 1));
        var before = await linker.LinkAsync(User("second", stored: 2));

        var result = await linker.LinkAsync(User("second", stored: 1));

        result.Outcome.Should().Be(LinkingOutcome.Taken);
        result.Link.Should().Be(before.Link);
    }

    [Fact]
    public async Task A_user_who_was_taken_away_is_in_nobody_s_way()
    {
        var linker = Linker(new ScriptedDirectory(Entry(1, Company())));
        await linker.LinkAsync(User("first", Company()));
        await linker.UnlinkByHandAsync("first", "anna");

        (await linker.LinkAsync(User("second", Company()))).Outcome.Should().Be(LinkingOutcome.Linked);
    }

    [Fact]
    public async Task Of_many_users_at_one_moment_one_is_linked()
    {
        var linker = Linker(new ScriptedDirectory(Entry(1, Company())), options: new CounterpartyLinkerOptions { VerifyIds = false });

        var results = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(number => Task.Run(() => linker.LinkAsync(User($"user-{number}", stored: 1))))
        );

        results.Count(result => result.Outcome == LinkingOutcome.Linked).Should().Be(1);
        results.Count(result => result.Outcome == LinkingOutcome.Taken).Should().Be(49);
    }
}
