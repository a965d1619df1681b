using Settlements.Testing.Scenarios.Rules;

namespace Settlements.Testing.Scenarios;

/// <summary>All rules of the format.</summary>
internal static class ScenarioRules
{
    internal static IReadOnlyList<ScenarioRule> All { get; } =
    [
        new ScheduleRule(),
        new CreditRule(),
        new PayerRule(),
        new RemindersRule(),
        new TaxIdRule(),
        new TermsAtRule(),
        new PaymentMethodsRule(),
    ];

    internal static ScenarioRule? Named(string name) => All.FirstOrDefault(rule => rule.Name == name);
}
