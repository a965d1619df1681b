namespace Settlements.Testing.Scenarios;

/// <summary>A place in a scenario file that cannot be used, and why.</summary>
internal sealed class ScenarioFormatException(TextPosition position, string message) : Exception(message)
{
    internal TextPosition Position { get; } = position;
}
