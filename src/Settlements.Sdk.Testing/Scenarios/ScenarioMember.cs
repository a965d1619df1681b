namespace Settlements.Testing.Scenarios;

/// <summary>A property of a JSON object, with the place of its name.</summary>
internal sealed record ScenarioMember(string Name, TextPosition Position, ScenarioNode Value);
