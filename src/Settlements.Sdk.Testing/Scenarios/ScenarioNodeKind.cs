namespace Settlements.Testing.Scenarios;

/// <summary>The JSON type of a value.</summary>
internal enum ScenarioNodeKind
{
    Null,
    Flag,
    Number,
    Text,
    List,
    Object,
}
