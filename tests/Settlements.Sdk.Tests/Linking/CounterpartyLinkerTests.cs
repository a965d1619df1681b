using NodaTime;
using Settlements.Linking;
using Settlements.OneC;
using static Settlements.Tests.Linking.LinkingGiven;

namespace Settlements.Tests.Linking;

public sealed class CounterpartyLinkerTests
{
    private static readonly Instant Now = Instant.FromDateTimeOffset(Time.GetUtcNow());

    [Fact]
    public async Task The_stored_GUID_goes_before_the_tax_number_and_is_looked_up()
    {
        var directory = new ScriptedDirectory(Entry(1, Company()), Entry(2, Company()));

        var result = await Linker(directory).LinkAsync(User("u", Company(), stored: 2));

        result.Outcome.Should().Be(LinkingOutcome.Linked);
        result
            .Link.Should()
            .Be(
                new CounterpartyLink
                {
                    UserId = "u",
                    Counterparty = Id(2),
                    Origin = CounterpartyLinkOrigin.StoredId,
                    LinkedAt = Now,
                }
            );
        directory.Asked.Should().Equal("find");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stored_GUID_links_as_it_is_where_nothing_can_or_shall_look_it_up(bool hasDirectory)
    {
        var directory = new ScriptedDirectory();
        var options = new CounterpartyLinkerOptions { VerifyIds = !hasDirectory };

        var result = await Linker(hasDirectory ? directory : null, options: options).LinkAsync(User("u", Company(), stored: 7));

        result.Link!.Counterparty.Should().Be(Id(7));
        directory.Asked.Should().BeEmpty();
    }

    [Theory]
    [InlineData(null, null, LinkingOutcome.Linked)]
    [InlineData(Moscow, null, LinkingOutcome.Linked)]
    [InlineData(null, Moscow, LinkingOutcome.Linked)]
    [InlineData(Moscow, Moscow, LinkingOutcome.Linked)]
    [InlineData(Moscow, Kazan, LinkingOutcome.Contradicted)]
    public async Task The_KPP_of_a_stored_GUID_may_be_missing_but_not_another(string? asked, string? known, LinkingOutcome outcome)
    {
        var entry = Entry(1, Company(known));

        var result = await Linker(new ScriptedDirectory(entry)).LinkAsync(User("u", Company(asked), stored: 1));

        result.Outcome.Should().Be(outcome);
        result.Candidates.Should().BeEquivalentTo(outcome == LinkingOutcome.Contradicted ? [entry] : Array.Empty<DirectoryCounterparty>());
    }

    [Fact]
    public async Task A_stored_GUID_of_another_tax_number_links_nobody_and_registers_nobody()
    {
        var directory = new ScriptedDirectory(Entry(1, Company(inn: "7736207543")), Entry(2, Company()));

        var result = await Linker(directory).LinkAsync(User("u", Company(), stored: 1, New(Company())));

        result.Outcome.Should().Be(LinkingOutcome.Contradicted);
        result.Link.Should().BeNull();
        result.Candidates.Should().Equal(directory.Entries[0]);
        directory.Asked.Should().Equal("find");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_GUID_that_was_merged_away_gives_way_to_the_tax_number(bool isMarked)
    {
        var directory = new ScriptedDirectory(Entry(2, Company()));
        if (isMarked)
            directory.Entries.Add(Entry(1, Company(), isDeleted: true));

        var result = await Linker(directory).LinkAsync(User("u", Company(), stored: 1));

        result.Outcome.Should().Be(LinkingOutcome.Linked);
        result.IsStoredIdUnknown.Should().BeTrue();
        result.Link!.Counterparty.Should().Be(Id(2));
        result.Link.Origin.Should().Be(CounterpartyLinkOrigin.TaxId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_was_in_1C_once_is_not_registered_again(bool hasTaxId)
    {
        TaxId? taxId = hasTaxId ? Company() : null;
        var directory = new ScriptedDirectory();

        var result = await Linker(directory).LinkAsync(User("u", taxId, stored: 1, New(taxId)));

        result.Outcome.Should().Be(LinkingOutcome.UnknownCounterparty);
        result.IsStoredIdUnknown.Should().BeTrue();
        directory.Asked.Should().NotContain("register");
    }

    [Fact]
    public async Task A_link_that_is_there_stands_without_asking()
    {
        var directory = new ScriptedDirectory(Entry(1, Company()));
        var linker = Linker(directory);
        var first = await linker.LinkAsync(User("u", Company()));
        directory.Entries.Add(Entry(2, Company()));

        var second = await linker.LinkAsync(User("u", Company()));
        var third = await linker.LinkAsync(User("u", Company(), stored: 1));

        second.Outcome.Should().Be(LinkingOutcome.AlreadyLinked);
        second.Link.Should().Be(first.Link);
        third.Outcome.Should().Be(LinkingOutcome.AlreadyLinked);
        directory.Asked.Should().Equal("search");
    }

    [Fact]
    public async Task Another_stored_GUID_replaces_an_automatic_link_once_it_is_found_to_be_right()
    {
        var directory = new ScriptedDirectory(Entry(1, Company()));
        var linker = Linker(directory);
        var first = await linker.LinkAsync(User("u", Company()));

        var unknown = await linker.LinkAsync(User("u", stored: 2));
        directory.Entries.Add(Entry(2, Company()));
        var known = await linker.LinkAsync(User("u", stored: 2));

        unknown.Outcome.Should().Be(LinkingOutcome.UnknownCounterparty);
        unknown.Link.Should().Be(first.Link);
        known.Outcome.Should().Be(LinkingOutcome.Linked);
        (await linker.FindAsync("u"))!.Counterparty.Should().Be(Id(2));
    }

    [Fact]
    public async Task An_unknown_stored_GUID_leaves_the_same_link_as_it_is()
    {
        var linker = Linker(new ScriptedDirectory(Entry(1, Company())));
        var first = await linker.LinkAsync(User("u", Company()));

        var again = await linker.LinkAsync(User("u", Company(), stored: 9));

        again.Outcome.Should().Be(LinkingOutcome.AlreadyLinked);
        again.IsStoredIdUnknown.Should().BeTrue();
        again.Link.Should().Be(first.Link);
    }

    [Fact]
    public async Task After_a_change_of_the_tax_number_the_user_is_found_anew()
    {
        var directory = new ScriptedDirectory(Entry(1, Company()), Entry(2, Company(inn: "7736207543")));
        var linker = Linker(directory);
        await linker.LinkAsync(User("u", Company()));

        (await linker.ForgetAsync("u")).Should().BeTrue();
        (await linker.ForgetAsync("u")).Should().BeFalse();
        var result = await linker.LinkAsync(User("u", Company(inn: "7736207543")));

        result.Link!.Counterparty.Should().Be(Id(2));
    }

    [Fact]
    public async Task A_directory_that_cannot_answer_changes_nothing()
    {
        var directory = new ScriptedDirectory(Entry(1, Company()));
        var linker = Linker(directory);
        await linker.LinkAsync(User("u", Company()));
        directory.Failure = new OneCException(SettlementsError.Unavailable, "closed", isTransient: true);

        await linker.Awaiting(l => l.LinkAsync(User("u", stored: 2))).Should().ThrowAsync<OneCException>();
        await linker.Awaiting(l => l.LinkAsync(User("v", Company(), registration: New(Company())))).Should().ThrowAsync<OneCException>();
        await linker.Awaiting(l => l.LinkByHandAsync("u", Id(2), "anna")).Should().ThrowAsync<OneCException>();

        (await linker.FindAsync("u"))!.Counterparty.Should().Be(Id(1));
        (await linker.FindAsync("v")).Should().BeNull();
        directory.Asked.Should().NotContain("register");
    }

    [Fact]
    public async Task A_directory_that_answers_for_another_is_not_believed()
    {
        var directory = new ScriptedDirectory { OnRegister = _ => throw new InvalidOperationException() };
        var liar = new LyingDirectory();

        await Linker(liar)
            .Awaiting(l => l.LinkAsync(User("u", stored: 1)))
            .Should()
            .ThrowAsync<InvalidOperationException>()
            .WithMessage($"*asked for the counterparty {Id(1)} and gave {Id(2)}*");
        (await Linker(directory).LinkAsync(User("u"))).Outcome.Should().Be(LinkingOutcome.NotFound);
        directory.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task Without_a_directory_a_tax_number_leads_nowhere_and_that_is_said() =>
        await Linker(directory: null)
            .Awaiting(l => l.LinkAsync(User("u", Company())))
            .Should()
            .ThrowAsync<InvalidOperationException>()
            .WithMessage("*register an ICounterpartyDirectory*");

    [Fact]
    public async Task What_is_no_user_is_refused()
    {
        var linker = Linker(directory: null);

        FluentActions.Invoking(() => User(" ")).Should().Throw<ArgumentException>();
        await linker.Awaiting(l => l.LinkAsync(null!)).Should().ThrowAsync<ArgumentNullException>();
        await linker.Awaiting(l => l.LinkAsync(User("u", registration: New(Company())))).Should().ThrowAsync<ArgumentException>();
        await linker.Awaiting(l => l.LinkAsync(User("u", default(TaxId)))).Should().ThrowAsync<InvalidOperationException>();
        await linker.Awaiting(l => l.FindAsync("")).Should().ThrowAsync<ArgumentException>();
        await linker.Awaiting(l => l.ForgetAsync(" ")).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public void A_wrong_option_names_itself_and_the_fix() =>
        FluentActions
            .Invoking(() => Linker(null, options: new CounterpartyLinkerOptions { Sharing = (CounterpartySharing)7 }))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("CounterpartyLinkerOptions.Sharing is 7; give one of ByHand, Refused, Allowed.*");

    [Fact]
    public void Nothing_personal_stands_in_what_is_printed()
    {
        var user = User("u", Company(), registration: New(Company()) with { Email = "a@b.example", Phone = "+7" });
        var printed = $"{user} {user.Registration} {Entry(1, Company())}";

        printed.Should().NotContainAny(Inn, "Ромашка", "a@b.example");
    }

    private sealed class LyingDirectory : ICounterpartyDirectory
    {
        public Task<IReadOnlyList<DirectoryCounterparty>> FindByTaxIdAsync(TaxId taxId, CancellationToken cancellationToken) =>
            throw new InvalidOperationException();

        public Task<DirectoryCounterparty?> FindAsync(CounterpartyId counterparty, CancellationToken cancellationToken) =>
            Task.FromResult<DirectoryCounterparty?>(Entry(2, taxId: null));

        public Task<CounterpartyRegistration> RegisterAsync(NewCounterparty counterparty, CancellationToken cancellationToken) =>
            throw new InvalidOperationException();
    }
}
