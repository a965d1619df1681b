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
        commands
            .SelectMany(Plan)
            .Should()
            .Contain(step => step.EndsWith("USING INDEX IX_SettlementsPaymentQueue_Due", StringComparison.Ordinal));
    }

    private IEnumerable<string> Faults(RecordedCommand command) => Plan(command).Where(IsFault).Select(step => $"{step}: {command.Sql}");

    private static bool IsFault(string step) =>
        step.Contains("TEMP B-TREE", StringComparison.Ordinal)
        || (step.StartsWith("SCAN", StringComparison.Ordinal) && !Allowed.Any(end => step.EndsWith(end, StringComparison.Ordinal)));

    private List<string> Plan(RecordedCommand command)
    {
        using var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=False");
        connection.Open();
        using var explain = connection.CreateCommand();
        explain.CommandText = "EXPLAIN QUERY PLAN " + command.Sql;
        foreach (var (name, value) in command.Parameters)
            explain.Parameters.AddWithValue(name, value ?? DBNull.Value);
        using var reader = explain.ExecuteReader();
        List<string> steps = [];
        while (reader.Read())
            steps.Add(reader.GetString(3));
        return steps;
    }
}
