using Settlements.Linking;
using static Settlements.Tests.Linking.LinkingGiven;

namespace Settlements.Tests.Linking;

/// <summary>Whom a tax number leads to. A directory is a list of KPPs: a dash is none, a trailing x is marked for deletion.</summary>
public sealed class TaxIdLinkingTests
{
    [Theory]
    // The user has no KPP: one counterparty links, whatever its KPP.
    [InlineData("", "", LinkingOutcome.NotFound, 0, 0)]
    [InlineData("", "-", LinkingOutcome.Linked, 1, 0)]
    [InlineData("", Moscow, LinkingOutcome.Linked, 1, 0)]
    [InlineData("", Moscow + " " + Kazan, LinkingOutcome.Ambiguous, 0, 2)]
    [InlineData("", "- " + Kazan, LinkingOutcome.Ambiguous, 0, 2)]
    [InlineData("", "- -", LinkingOutcome.Ambiguous, 0, 2)]
    // Both sides have one: it decides.
    [InlineData(Moscow, "", LinkingOutcome.NotFound, 0, 0)]
    [InlineData(Moscow, Moscow, LinkingOutcome.Linked, 1, 0)]
    [InlineData(Moscow, Kazan + " " + Moscow, LinkingOutcome.Linked, 2, 0)]
    [InlineData(Moscow, Kazan, LinkingOutcome.NotFound, 0, 1)]
    [InlineData(Moscow, Moscow + " " + Moscow, LinkingOutcome.Ambiguous, 0, 2)]
    [InlineData(Moscow, Moscow + " " + Moscow + " " + Kazan, LinkingOutcome.Ambiguous, 0, 2)]
    // An equal KPP beats one that is not known; that alone may be another branch.
    [InlineData(Moscow, "- " + Moscow, LinkingOutcome.Linked, 2, 0)]
    [InlineData(Moscow, "-", LinkingOutcome.Ambiguous, 0, 1)]
    [InlineData(Moscow, "- " + Kazan, LinkingOutcome.Ambiguous, 0, 2)]
    // Marked for deletion is nobody.
    [InlineData("", Moscow + "x", LinkingOutcome.NotFound, 0, 0)]
    [InlineData("", Moscow + "x " + Moscow, LinkingOutcome.Linked, 2, 0)]
    [InlineData(Moscow, Moscow + "x -", LinkingOutcome.Ambiguous, 0, 1)]
    public async Task Only_what_is_certain_links(string asked, string known, LinkingOutcome outcome, int linked, int candidates)
    {
        var result = await Linker(Directory(known)).LinkAsync(User("u", Company(asked)));

        result.Outcome.Should().Be(outcome);
        result.Link?.Counterparty.Should().Be(Id(linked));
        (result.Link is null).Should().Be(linked == 0);
        result.Candidates.Should().HaveCount(candidates);
        result.IsStoredIdUnknown.Should().BeFalse();
    }

    [Theory]
    [InlineData("-", LinkingOutcome.Linked)]
    [InlineData("- -", LinkingOutcome.Ambiguous)]
    [InlineData("- " + Kazan, LinkingOutcome.Ambiguous)]
    [InlineData(Kazan, LinkingOutcome.NotFound)]
    public async Task A_missing_KPP_will_do_for_the_only_counterparty_where_the_host_says_so(string known, LinkingOutcome outcome)
    {
        var options = new CounterpartyLinkerOptions { AcceptMissingKpp = true };

        var result = await Linker(Directory(known), options: options).LinkAsync(User("u", Company(Moscow)));

        result.Outcome.Should().Be(outcome);
    }

    [Fact]
    public async Task A_directory_that_gives_others_too_leads_to_none_of_them()
    {
        var directory = new ScriptedDirectory(
            Entry(1, Company(inn: "7736207543")),
            Entry(2, taxId: null),
            Entry(3, TaxId.Parse("200988541", TaxIdCountry.Belarus))
        );

        var result = await Linker(directory).LinkAsync(User("u", Company()));

        result.Outcome.Should().Be(LinkingOutcome.NotFound);
        result.Candidates.Should().BeEmpty();
    }

    [Fact]
    public async Task A_counterparty_that_stands_twice_in_the_list_is_one()
    {
        var result = await Linker(new ScriptedDirectory(Entry(1, Company()), Entry(1, Company()))).LinkAsync(User("u", Company()));

        result.Outcome.Should().Be(LinkingOutcome.Linked);
    }

    private static ScriptedDirectory Directory(string known) =>
        new(
            known
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select((kpp, index) => Entry(index + 1, Company(kpp.TrimEnd('x').Trim('-')), kpp.EndsWith('x')))
        );
}
