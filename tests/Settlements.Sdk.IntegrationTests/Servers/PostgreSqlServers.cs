namespace Settlements.IntegrationTests.Servers;

/// <summary>One server for all classes that do not stop it.</summary>
[CollectionDefinition(PostgreSqlServer.Shared)]
public sealed class PostgreSqlServers : ICollectionFixture<PostgreSqlServer>;
