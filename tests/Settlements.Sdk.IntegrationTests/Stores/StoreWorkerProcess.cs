using System.Diagnostics;
using Settlements.Tests.Conventions;

namespace Settlements.IntegrationTests.Stores;

/// <summary>Another process over the same database.</summary>
internal static class StoreWorkerProcess
{
    /// <summary>Starts it; it waits for a line before it begins.</summary>
    public static async Task<Process> StartAsync(params string[] arguments)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add(Repository.Path("tests", "StoreWorker", "bin", framework.Parent!.Name, framework.Name, "StoreWorker.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        (await process.StandardOutput.ReadLineAsync()).Should().Be("ready");
        return process;
    }

    /// <summary>Lets it begin, waits until it ends, and gives back the lines it said.</summary>
    public static async Task<string[]> FinishAsync(Process worker)
    {
        using var _ = worker;
        await worker.StandardInput.WriteLineAsync();
        var output = await worker.StandardOutput.ReadToEndAsync();
        await worker.WaitForExitAsync();
        worker.ExitCode.Should().Be(0);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
