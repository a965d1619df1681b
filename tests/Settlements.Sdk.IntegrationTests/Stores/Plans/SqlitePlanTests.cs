using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Settlements.EntityFrameworkCore;

namespace Settlements.IntegrationTests.Stores.Plans;

/// <summary>No hot query reads a table from end to end, or sorts what an index has in order.</summary>
public sealed class SqlitePlanTests : IDisposable
{
    /// <summary>What has no table, and pages that are read from the end of an index.</summary>
    private static readonly string[] Allowed =
    [
        "CONSTANT ROW",
        "USING INDEX IX_SettlementsPaymentQueue_Due",
        "USING INDEX IX_SettlementsCreditDecisions_DecidedAt_Id",
        "USING INDEX IX_SettlementsOverdue_Due_Receivable",
    ];

    private readonly StoreFile _file = new();

    public void Dispose() => _file.Remove();

    [Fact]
    public async Task Finds_every_row_by_an_index()
    {
        using var recorder = new CommandRecorder();
        var stores = _file.Open();
        await stores.GetRequiredService<SettlementsDatabase>().MigrateAsync();
        recorder.Clear();
        await HotQueries.RunAsync(stores);

        var commands = recorder.To(_file.Path);
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
            var isScan =
                step.StartsWith("SCAN", StringComparison.Ordinal) && !Allowed.Any(end => step.EndsWith(end, StringComparison.Ordinal));
            if (isScan || step.Contains("TEMP B-TREE", StringComparison.Ordinal))
                faults.Add($"{step}: {command.Sql}");
        }

        return faults;
    }
}
