using NodaTime;
using Settlements.Linking;
using static Settlements.Tests.Linking.LinkingGiven;

namespace Settlements.Tests.Linking;

/// <summary>What a person did wins.</summary>
public sealed class LinkingByHandTests
{
    private readonly InMemoryCounterpartyLinkStore _links = new();
    private readonly ScriptedDirectory _directory = new(Entry(1, Company()), Entry(2, Company(Moscow, "7736207543")));

    [Fact]
    public async Task Who_and_when_stands_in_the_link()
    {
        var result = await Linker().LinkByHandAsync("u", Id(2), "anna");

        result.Outcome.Should().Be(LinkingOutcome.Linked);
        result
            .Link.Should()
            .Be(
                new CounterpartyLink
                {
                    UserId = "u",
                    Counterparty = Id(2),
                    Origin = CounterpartyLinkOrigin.Hand,
                    LinkedAt = Instant.FromDateTimeOffset(Time.GetUtcNow()),
                    Author = "anna",
                }
            );
        (await _links.FindAsync("u", CancellationToken.None)).Should().Be(result.Link);
    }

    [Fact]
    public async Task Nothing_automatic_overwrites_or_forgets_it()
    {
        var linker = Linker();
        var byHand = await linker.LinkByHandAsync("u", Id(2), "anna");

        var automatic = await linker.LinkAsync(User("u", Company(), stored: 1, New(Company())));
        (await linker.ForgetAsync("u")).Should().BeFalse();

        automatic.Outcome.Should().Be(LinkingOutcome.AlreadyLinked);
        automatic.Link.Should().Be(byHand.Link);
        (await linker.FindAsync("u")).Should().Be(byHand.Link);
    }

    [Fact]
    public async Task It_replaces_an_automatic_link_and_an_earlier_one_by_hand()
    {
        var linker = Linker();
        await linker.LinkAsync(User("u", Company()));

        await linker.LinkByHandAsync("u", Id(2), "anna");
        await linker.LinkByHandAsync("u", Id(1), "boris");

        var link = await linker.FindAsync("u");
        link!.Counterparty.Should().Be(Id(1));
        link.Author.Should().Be("boris");
    }

    [Fact]
    public async Task A_link_that_was_taken_away_does_not_come_back_by_itself()
    {
        var linker = Linker();
        await linker.LinkAsync(User("u", Company()));

        var none = await linker.UnlinkByHandAsync("u", "anna");
        var again = await linker.LinkAsync(User("u", Company(), stored: 1));

        none.Counterparty.Should().BeNull();
        none.Author.Should().Be("anna");
        again.Outcome.Should().Be(LinkingOutcome.KeptApart);
        again.Link.Should().Be(none);
        (await linker.ForgetAsync("u")).Should().BeFalse();
    }

    [Fact]
    public async Task Released_the_user_is_linked_automatically_again()
    {
        var linker = Linker();
        await linker.UnlinkByHandAsync("u", "anna");

        (await linker.ReleaseAsync("u", "anna")).Should().BeTrue();
        (await linker.ReleaseAsync("u", "anna")).Should().BeFalse();

        (await linker.LinkAsync(User("u", Company()))).Outcome.Should().Be(LinkingOutcome.Linked);
    }

    [Fact]
    public async Task A_person_who_is_faster_than_the_directory_wins()
    {
        var linker = Linker(links: new OvertakenStore(_links, Id(2)));

        var result = await linker.LinkAsync(User("u", Company()));

        result.Outcome.Should().Be(LinkingOutcome.AlreadyLinked);
        result.Link!.Author.Should().Be("a faster person");
        result.Link.Counterparty.Should().Be(Id(2));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, false)]
    [InlineData(2, true)]
    public async Task A_mistyped_GUID_is_refused_where_it_can_be_looked_up(int id, bool isKnown)
    {
        _directory.Entries.Add(Entry(4, Company(), isDeleted: true));
        var linker = Linker();
        var before = await linker.LinkAsync(User("u", Company()));

        var result = await linker.LinkByHandAsync("u", Id(id), "anna");

        result.Outcome.Should().Be(isKnown ? LinkingOutcome.Linked : LinkingOutcome.UnknownCounterparty);
        if (!isKnown)
            result.Link.Should().Be(before.Link);
    }

    [Fact]
    public async Task Somebody_must_answer_for_it()
    {
        var linker = Linker();

        await linker.Awaiting(l => l.LinkByHandAsync("u", Id(1), " ")).Should().ThrowAsync<ArgumentException>();
        await linker.Awaiting(l => l.LinkByHandAsync(" ", Id(1), "anna")).Should().ThrowAsync<ArgumentException>();
        await linker.Awaiting(l => l.LinkByHandAsync("u", default, "anna")).Should().ThrowAsync<InvalidOperationException>();
        await linker.Awaiting(l => l.UnlinkByHandAsync("u", "")).Should().ThrowAsync<ArgumentException>();
        await linker.Awaiting(l => l.UnlinkByHandAsync("", "anna")).Should().ThrowAsync<ArgumentException>();
        await linker.Awaiting(l => l.ReleaseAsync("u", "")).Should().ThrowAsync<ArgumentException>();
    }

    private CounterpartyLinker Linker(ICounterpartyLinkStore? links = null) => LinkingGiven.Linker(_directory, links ?? _links);

    /// <summary>An administrator saves in the moment between the search and the automatic link.</summary>
    private sealed class OvertakenStore(ICounterpartyLinkStore inner, CounterpartyId byHand) : ICounterpartyLinkStore
    {
        public Task<CounterpartyLink?> FindAsync(string userId, CancellationToken cancellationToken) =>
            inner.FindAsync(userId, cancellationToken);

        public Task<IReadOnlyList<CounterpartyLink>> ListAsync(CounterpartyId counterparty, CancellationToken cancellationToken) =>
            inner.ListAsync(counterparty, cancellationToken);

        public async Task<CounterpartyLinkOutcome> SaveAsync(CounterpartyLink link, bool isShared, CancellationToken cancellationToken)
        {
            var faster = link with { Counterparty = byHand, Origin = CounterpartyLinkOrigin.Hand, Author = "a faster person" };
            await inner.SaveAsync(faster, isShared: true, cancellationToken);
            return await inner.SaveAsync(link, isShared, cancellationToken);
        }

        public Task<bool> RemoveAsync(string userId, bool alsoByHand, CancellationToken cancellationToken) =>
            inner.RemoveAsync(userId, alsoByHand, cancellationToken);
    }
}
