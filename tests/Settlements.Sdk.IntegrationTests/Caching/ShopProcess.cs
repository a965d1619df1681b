using System.Diagnostics;
using System.Globalization;
using Settlements.Tests.Conventions;

namespace Settlements.IntegrationTests.Caching;

/// <summary>Another process of the shop, with its own memory: a line in, a line out.</summary>
internal sealed class ShopProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ShopProcess(Process process) => _process = process;

    public static async Task<ShopProcess> StartAsync(int redisPort, Uri oneC, IEnumerable<CounterpartyId> customers)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add(Repository.Path("tests", "CacheWorker", "bin", framework.Parent!.Name, framework.Name, "CacheWorker.dll"));
        start.ArgumentList.Add(redisPort.ToString(CultureInfo.InvariantCulture));
        start.ArgumentList.Add(oneC.ToString());
        foreach (var customer in customers)
            start.ArgumentList.Add(customer.ToString());
        var shop = new ShopProcess(Process.Start(start)!);
        (await shop._process.StandardOutput.ReadLineAsync()).Should().Be("ready");
        return shop;
    }

    public async Task<string?> AskAsync(string command)
    {
        await _process.StandardInput.WriteLineAsync(command);
        await _process.StandardInput.FlushAsync();
        return await _process.StandardOutput.ReadLineAsync();
    }

    /// <summary>Waits until its load has given so many more readings.</summary>
    public async Task GoOnAsync(long readings)
    {
        var until = await ReadingsAsync() + readings;
        while (await ReadingsAsync() < until)
            await Task.Yield();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<long> ReadingsAsync() => long.Parse((await AskAsync("readings"))!, CultureInfo.InvariantCulture);
}
