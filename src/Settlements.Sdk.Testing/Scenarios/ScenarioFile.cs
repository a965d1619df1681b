using System.Globalization;

namespace Settlements.Testing.Scenarios;

/// <summary>A scenario file as it was read: its scenarios, or what keeps it from being used.</summary>
internal sealed class ScenarioFile
{
    /// <summary>A file; each scenario is checked for itself, so that the faults of several are told at once.</summary>
    internal static readonly ObjectShape Root = new(
        new("$schema", new TextShape(), "The JSON Schema of this format, for editors."),
        new("scenarios", new ListShape(new AnyShape()), "The scenarios of this file; at least one.", IsRequired: true)
    );

    /// <summary>A scenario; what <c>given</c> and <c>expect</c> may have depends on its rule.</summary>
    internal static readonly ObjectShape Item = new(
        new("name", new TextShape(), "What the scenario shows, as a sentence.", IsRequired: true),
        new("rule", new TextShape(), "The rule that is asked.", IsRequired: true),
        new("given", new AnyShape(), "The facts.", IsRequired: true),
        new("expect", new AnyShape(), "The answer; what is left out is not compared.", IsRequired: true)
    );

    private ScenarioFile(IReadOnlyList<RuleScenario> scenarios, IReadOnlyList<string> problems)
    {
        Scenarios = scenarios;
        Problems = problems;
    }

    /// <summary>Empty when the file cannot be used.</summary>
    internal IReadOnlyList<RuleScenario> Scenarios { get; }

    /// <summary>One sentence for each fault; empty when the file can be used.</summary>
    internal IReadOnlyList<string> Problems { get; }

    internal static ScenarioFile Unusable(string problem) => new([], [problem]);

    internal static ScenarioFile Read(string path)
    {
        try
        {
            return Read(path, ScenarioText.Read(File.ReadAllBytes(path)));
        }
        catch (ScenarioFormatException e)
        {
            return Unusable(Sentence(path, e));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Unusable($"{path}: cannot be read: {e.Message}");
        }
    }

    private static ScenarioFile Read(string path, ScenarioNode root)
    {
        Root.Check(root, "");
        var list = root["scenarios"]!;
        if (list.Items.Count == 0)
            throw new ScenarioFormatException(list.Position, "There is no scenario in the file.");

        var scenarios = new List<RuleScenario>(list.Items.Count);
        var problems = new List<string>();
        for (var i = 0; i < list.Items.Count; i++)
        {
            try
            {
                Item.Check(list.Items[i], string.Create(CultureInfo.InvariantCulture, $"scenarios[{i}]"));
                scenarios.Add(Scenario(path, list.Items[i]));
            }
            catch (ScenarioFormatException e)
            {
                problems.Add(Sentence(path, e));
            }
        }

        return problems.Count == 0 ? new ScenarioFile(scenarios, []) : new ScenarioFile([], problems);
    }

    private static RuleScenario Scenario(string path, ScenarioNode node)
    {
        var word = node["rule"]!;
        var rule =
            ScenarioRules.Named(word.Text)
            ?? throw new ScenarioFormatException(
                word.Position,
                $"The rule {word} is unknown; known are {string.Join(", ", ScenarioRules.All.Select(known => known.Name))}."
            );
        var (given, expect) = (node.Find("given")!, node.Find("expect")!);
        rule.Given.Check(given, "given");
        rule.Expect.Check(expect, "expect");
        return new RuleScenario(path, node["name"]!.Text, rule, given, expect);
    }

    private static string Sentence(string path, ScenarioFormatException e) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}, line {e.Position.Line}, column {e.Position.Column}: {e.Message}");
}
