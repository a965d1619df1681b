using Settlements.Linking;
using static Settlements.Tests.Linking.LinkingGiven;

namespace Settlements.Tests.Linking;

public sealed class LinkingByRegistrationTests
{
    [Fact]
    public async Task Whom_nobody_knows_is_registered_when_the_caller_asks()
    {
        var directory = new ScriptedDirectory { OnRegister = made => new(Entry(1, made.TaxId), WasThere: false) };

        var asked = await Linker(directory).LinkAsync(User("u", Company(Moscow)));
        var result = await Linker(directory).LinkAsync(User("u", Company(Moscow), registration: New(Company(Moscow))));

        asked.Outcome.Should().Be(LinkingOutcome.NotFound);
        result.Outcome.Should().Be(LinkingOutcome.Linked);
        result.Link!.Origin.Should().Be(CounterpartyLinkOrigin.Registered);
        directory.Asked.Should().Equal("search", "search", "register");
    }

    [Fact]
    public async Task Another_branch_of_a_known_company_is_registered()
    {
        var directory = new ScriptedDirectory(Entry(1, Company(Kazan))) { OnRegister = made => new(Entry(2, made.TaxId), WasThere: false) };

        var result = await Linker(directory).LinkAsync(User("u", Company(Moscow), registration: New(Company(Moscow))));

        result.Link!.Counterparty.Should().Be(Id(2));
    }

    [Fact]
    public async Task A_person_without_a_tax_number_is_registered_unseen()
    {
        var directory = new ScriptedDirectory { OnRegister = _ => new(Entry(1, taxId: null), WasThere: false) };

        var result = await Linker(directory).LinkAsync(User("u", registration: New(taxId: null)));

        result.Outcome.Should().Be(LinkingOutcome.Linked);
        directory.Asked.Should().Equal("register");
    }

    [Theory]
    [InlineData("-")]
    [InlineData("- " + Kazan)]
    public async Task Where_it_may_be_there_already_nobody_is_registered(string known)
    {
        var entries = known.Split(' ').Select((kpp, index) => Entry(index + 1, Company(kpp.Trim('-'))));
        var directory = new ScriptedDirectory(entries);

        var result = await Linker(directory).LinkAsync(User("u", Company(Moscow), registration: New(Company(Moscow))));

        result.Outcome.Should().Be(LinkingOutcome.Ambiguous);
        directory.Asked.Should().NotContain("register");
    }

    [Theory]
    [InlineData(Moscow, Moscow, false, true)]
    [InlineData(null, Moscow, false, true)]
    [InlineData(null, null, false, true)]
    [InlineData(Moscow, Kazan, false, false)]
    [InlineData(Moscow, null, false, false)]
    [InlineData(Moscow, Moscow, true, false)]
    public async Task What_was_there_links_only_when_it_is_beyond_doubt_the_one(string? asked, string? given, bool isDeleted, bool links)
    {
        var directory = new ScriptedDirectory { OnRegister = _ => new(Entry(1, Company(given), isDeleted), WasThere: true) };

        var result = await Linker(directory).LinkAsync(User("u", Company(asked), registration: New(Company(asked))));

        result.Outcome.Should().Be(links ? LinkingOutcome.Linked : LinkingOutcome.Ambiguous);
        result.Candidates.Should().HaveCount(links ? 0 : 1);
    }

    [Theory]
    [InlineData("7736207543")]
    [InlineData(null)]
    public async Task A_registration_that_gives_another_links_nobody(string? inn)
    {
        var directory = new ScriptedDirectory { OnRegister = _ => new(Entry(1, inn is null ? null : Company(inn: inn)), WasThere: false) };

        var result = await Linker(directory).LinkAsync(User("u", Company(), registration: New(Company())));

        result.Outcome.Should().Be(LinkingOutcome.Ambiguous);
        result.Link.Should().BeNull();
    }

    [Theory]
    [InlineData("", "ООО")]
    [InlineData("   ", "ООО")]
    [InlineData("key", " ")]
    public void A_key_and_a_name_are_needed(string key, string name) =>
        FluentActions.Invoking(() => New(null, key) with { Name = name }).Should().Throw<ArgumentException>();

    [Fact]
    public void A_key_has_a_length_that_a_database_can_hold()
    {
        New(null, new string('k', NewCounterparty.MaxKeyLength)).Key.Should().HaveLength(100);
        FluentActions
            .Invoking(() => New(null, new string('k', 101)))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("*101 characters*at most 100*");
    }
}
