using System.Globalization;
using Settlements.Tests.Payments;

namespace Settlements.IntegrationTests.Stores;

/// <summary>Several processes over one file, and processes that die.</summary>
public sealed class SharedStoreTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly StoreFile _file = new();

    public void Dispose() => _file.Remove();

    [Fact]
    public async Task Four_processes_do_each_of_500_documents_once()
    {
        var store = _file.OpenStore();
        for (var id = 1; id <= 500; id++)
            await store.EnqueueAsync(Documents.New(id, account: id.ToString(CultureInfo.InvariantCulture)), None);
        var workers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StoreWorkerProcess.StartAsync("work", _file.Path)));

        var outputs = await Task.WhenAll(
            workers.Select(async worker =>
            {
                using var _ = worker;
                await worker.StandardInput.WriteLineAsync();
                var output = await worker.StandardOutput.ReadToEndAsync(None);
                await worker.WaitForExitAsync(None);
                worker.ExitCode.Should().Be(0);
                return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            })
        );

        outputs
            .SelectMany(done => done)
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture))
            .Order()
            .Should()
            .Equal(Enumerable.Range(1, 500));
        _file.Query("SELECT CAST(count(*) AS TEXT) FROM SettlementsPaymentCodes").Should().Equal("500");
        (await store.ListDueAsync(true, 1, None)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(30)]
    public async Task Keeps_what_a_killed_process_was_told_is_kept(int lines)
    {
        using var worker = await StoreWorkerProcess.StartAsync("enqueue", _file.Path, "1", "1000000");
        await worker.StandardInput.WriteLineAsync();
        for (var line = 0; line < lines; line++)
            await worker.StandardOutput.ReadLineAsync(None);
        worker.Kill();
        var told = lines + (await worker.StandardOutput.ReadToEndAsync(None)).Split('\n').Length - 1;
        await worker.WaitForExitAsync(None);

        var kept = await _file.OpenStore().ListDueAsync(true, 1_000_000, None);

        kept.Count.Should().BeInRange(told, told + 1, "the last one may have been written without being told");
        kept.Select(entry => entry.DocumentId).Should().Equal(Enumerable.Range(1, kept.Count).Select(Documents.IdOf));
        _file.Query("PRAGMA integrity_check").Should().Equal("ok");
    }
}
