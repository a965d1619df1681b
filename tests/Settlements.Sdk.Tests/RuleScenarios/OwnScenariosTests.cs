using Settlements.Testing;

namespace Settlements.Tests.RuleScenarioFiles;

/// <summary>The scenarios of <c>samples/RuleScenarios</c>, as a user's own test project would run its company's.</summary>
public sealed class OwnScenariosTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "scenarios");

    public static IEnumerable<object[]> Rows => RuleScenarios.TheoryData(Folder);

    [Theory, MemberData(nameof(Rows))]
    public void The_rules_answer_as_the_scenarios_say(RuleScenario scenario) => Assert.Null(scenario.Run());

    [Fact]
    public void There_are_scenarios_for_every_rule_in_their_hundreds() =>
        RuleScenarios
            .Load(Folder)
            .Select(scenario => scenario.Rule)
            .Should()
            .HaveCountGreaterThan(400)
            .And.Contain(["schedule", "credit", "payer", "reminders", "taxId", "termsAt", "paymentMethods"]);

    [Fact]
    public void No_two_scenarios_have_one_name() =>
        RuleScenarios.Load(Folder).Select(scenario => scenario.Name).Should().OnlyHaveUniqueItems();
}
