using Settlements.Testing.Scenarios;

namespace Settlements.Testing;

/// <summary>Facts and the answer that a rule must give to them, from a scenario file.</summary>
public sealed class RuleScenario
{
    private readonly ScenarioRule _rule;
    private readonly ScenarioNode _given;
    private readonly ScenarioNode _expect;

    internal RuleScenario(string file, string name, ScenarioRule rule, ScenarioNode given, ScenarioNode expect)
    {
        File = file;
        Name = name;
        _rule = rule;
        _given = given;
        _expect = expect;
    }

    /// <summary>The scenario's name, a sentence.</summary>
    public string Name { get; }

    /// <summary>The rule that is asked: <c>schedule</c>, <c>credit</c>, <c>payer</c>, <c>reminders</c>, <c>taxId</c>, <c>termsAt</c> or <c>paymentMethods</c>.</summary>
    public string Rule => _rule.Name;

    /// <summary>The file that the scenario stands in, by the path that led to it.</summary>
    public string File { get; }

    /// <summary>Asks the rule and compares its answer with the expected one.</summary>
    /// <returns>
    /// Null when the rule answers as expected, else what differs. Properties that <c>expect</c> leaves out are not compared. A value in <c>given</c> that is no
    /// such value (a negative total, a 30 February) is an answer too: <c>{ "error": "amount" }</c>.
    /// </returns>
    public RuleScenarioDifference? Run()
    {
        try
        {
            return Compare(_rule.Ask(_given));
        }
        catch (BadValueException e)
        {
            return Compare(ScenarioNode.Of(("error", ScenarioNode.Of(e.Word))), $" ({e.Message})");
        }
        catch (ArgumentException e)
        {
            // The format has no word for it, so nothing that a file may expect equals it.
            return new RuleScenarioDifference(_expect.ToString(), $"a refusal: {e.Message}");
        }
    }

    /// <summary>The name, so that test explorers show it.</summary>
    public override string ToString() => Name;

    private RuleScenarioDifference? Compare(ScenarioNode got, string note = "")
    {
        var differing = _rule.Expect.Differing(_expect, got);
        var isUnexpectedError = got.Find("error") is not null && _expect.Find("error") is null;
        if (differing.Count == 0 && !isUnexpectedError)
            return null;

        var isAboutError = isUnexpectedError || _expect.Find("error") is not null;
        return isAboutError
            ? new RuleScenarioDifference(_expect.ToString(), got + note)
            : new RuleScenarioDifference(_expect.Only(differing).ToString(), got.Only(differing).ToString());
    }
}
