namespace Settlements.Testing;

/// <summary>What a rule answered otherwise than a scenario expects.</summary>
/// <param name="Expected">The expected properties that differ, as one line of JSON.</param>
/// <param name="Got">What the rule answered in their place, as one line of JSON; for a bad value also the line of the file and what is wrong with it.</param>
public sealed record RuleScenarioDifference(string Expected, string Got)
{
    /// <summary><c>expected { "verdict": "block" }, got { "verdict": "warn" }</c>.</summary>
    public override string ToString() => $"expected {Expected}, got {Got}";
}
