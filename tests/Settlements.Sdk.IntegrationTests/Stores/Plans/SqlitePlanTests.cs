using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Settlements.EntityFrameworkCore;

namespace Settlements.IntegrationTests.Stores.Plans;

/// <summary>No hot query reads a table from end to end, or sorts what an index has in order.</summary>
public sealed class SqlitePlanTests : IDisposable
{
    private readonly StoreFile _file = new();

    public void Dispose() => _file.Remove();

    [Fact]
    public async Task Finds_every_row_by_an_index()
    {
        var stores = _file.Open();
        await stores.GetRequiredService<SettlementsDatabase>().MigrateAsync();
        using var recorder = new CommandRecorder(_file.Path);
        await HotQueries.RunAsync(stores);

        var commands = recorder.Commands.Where(command => command.Sql.Contains("Settlements", StringComparison.Ordinal)).ToList();
        commands.Should().HaveCountGreaterThan(40);
        commands.SelectMany(Faults).Distinct(StringComparer.Ordinal).Should().BeEmpty();
    }

    private IEnumerable<string> Faults(RecordedCommand command)
    {
        using var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=False");
        connection.Open();
        using var explain = connection.CreateCommand();
        explain.CommandText = "EXPLAIN QUERY PLAN " + command.Sql;
        foreach (var (name, value) in command.Parameters)
            explain.Parameters.AddWithValue(name, value ?? DBNull.Value);
        using var reader = explain.ExecuteReader();
        List<string> faults = [];
        while (reader.Read())
        {
            var step = reader.GetString(3);
            // Due and open entries are read in the order of an index that has no others.
            var isInOrder =
                step.Contains("USING INDEX IX_SettlementsPaymentQueue_Due", StringComparison.Ordinal)
                || step.Contains("USING INDEX IX_SettlementsCreditDecisions_DecidedAt_Id", StringComparison.Ordinal)
                || step.Contains("USING INDEX IX_SettlementsOverdue_Due_Receivable", StringComparison.Ordinal);
            if ((step.StartsWith("SCAN", StringComparison.Ordinal) && !isInOrder) || step.Contains("TEMP B-TREE", StringComparison.Ordinal))
                faults.Add($"{step}: {command.Sql}");
        }

        return faults;
    }
}
