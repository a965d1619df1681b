using Npgsql;
using Settlements.IntegrationTests.Servers;

namespace Settlements.IntegrationTests.Stores.Plans;

/// <summary>No hot query needs to read a table from end to end.</summary>
[NeedsPostgreSql, Collection(PostgreSqlServer.Shared)]
public sealed class PostgreSqlPlanTests(PostgreSqlServer server)
{
    [Fact]
    public async Task Finds_every_row_by_an_index()
    {
        using var recorder = new CommandRecorder();
        var database = new PostgreSqlStores(server);
        await database.CreateAsync();
        recorder.Clear();
        await HotQueries.RunAsync(database.Open());

        var commands = recorder.To(new NpgsqlConnectionStringBuilder(database.Database).Database + ";");
        commands.Should().HaveCountGreaterThan(40);
        List<string> faults = [];
        foreach (var command in commands)
            faults.AddRange(await FaultsAsync(database.Database, command));
        faults.Distinct(StringComparer.Ordinal).Should().BeEmpty();
        await database.RemoveAsync();
    }

    private static async Task<List<string>> FaultsAsync(string database, RecordedCommand command)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=False");
        await connection.OpenAsync();
        // The tables are small, and so a sequence would win where it is possible: what is left of it now has no index. Statements of one command come one by one.
        await using (var setting = new NpgsqlCommand("SET enable_seqscan = off; SET enable_bitmapscan = off", connection))
            await setting.ExecuteNonQueryAsync();
        List<string> faults = [];
        foreach (var statement in command.Sql.Split(";\n", StringSplitOptions.RemoveEmptyEntries))
        {
            await using var explain = new NpgsqlCommand("EXPLAIN " + statement, connection);
            foreach (
                var (name, value) in command.Parameters.Where(parameter => statement.Contains(parameter.Name, StringComparison.Ordinal))
            )
                explain.Parameters.AddWithValue(name, value ?? DBNull.Value);
            await using var reader = await explain.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var step = reader.GetString(0);
                if (step.Contains("Seq Scan", StringComparison.Ordinal) || step.Contains("Sort", StringComparison.Ordinal))
                    faults.Add($"{step.Trim()}: {statement}");
            }
        }

        return faults;
    }
}
