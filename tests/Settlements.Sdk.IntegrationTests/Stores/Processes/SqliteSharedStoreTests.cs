using Microsoft.Extensions.DependencyInjection;
using Settlements.Tests.Payments;

namespace Settlements.IntegrationTests.Stores.Processes;

/// <summary>A file, and processes that die.</summary>
public sealed class SqliteSharedStoreTests : SharedStoreTests
{
    private readonly StoreFile _file = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(30)]
    public async Task Keeps_what_a_killed_process_was_told_is_kept(int lines)
    {
        using var worker = await StoreWorkerProcess.StartAsync("enqueue", _file.Path, "1", "1000000");
        await worker.StandardInput.WriteLineAsync();
        for (var line = 0; line < lines; line++)
            await worker.StandardOutput.ReadLineAsync(CancellationToken.None);
        worker.Kill();
        var told = lines + (await worker.StandardOutput.ReadToEndAsync(CancellationToken.None)).Split('\n').Length - 1;
        await worker.WaitForExitAsync(CancellationToken.None);

        var kept = await _file.OpenStore().ListDueAsync(true, 1_000_000, CancellationToken.None);

        kept.Count.Should().BeInRange(told, told + 1, "the last one may have been written without being told");
        kept.Select(entry => entry.DocumentId).Should().Equal(Enumerable.Range(1, kept.Count).Select(Documents.IdOf));
        _file.Query("PRAGMA integrity_check").Should().Equal("ok");
    }

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => _file.RemoveAsync();

    protected override string Database => _file.Path;

    protected override ServiceProvider Open() => _file.Open();

    protected override Task FillAsync(int from, int to)
    {
        _file.Query(QueueFill.Sqlite(from, to));
        return Task.CompletedTask;
    }
}
