namespace Settlements.IntegrationTests.Servers;

/// <summary>The tests need PostgreSQL's programs.</summary>
public sealed class NeedsPostgreSqlAttribute : NeedsAttribute
{
    protected override string? Missing => PostgreSqlPrograms.Missing;
}
