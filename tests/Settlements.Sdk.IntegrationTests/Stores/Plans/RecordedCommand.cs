namespace Settlements.IntegrationTests.Stores.Plans;

/// <summary>A command as it was sent.</summary>
internal sealed record RecordedCommand(string Database, string Sql, IReadOnlyList<(string Name, object? Value)> Parameters);
