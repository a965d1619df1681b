using System.Diagnostics;
using Settlements.Tests.Conventions;

namespace Settlements.IntegrationTests.Samples;

/// <summary>A sample as a user runs it: a process of its own, with its own output, exit code and environment.</summary>
internal static class SampleProgram
{
    public static async Task<SampleRun> RunAsync(
        string sample,
        IEnumerable<string> arguments,
        params (string Name, string? Value)[] environment
    )
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Assembly(sample));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new SampleRun(process.ExitCode, await output, await error);
    }

    /// <summary>The sample built beside the tests, in the same configuration.</summary>
    internal static string Assembly(string sample)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Repository.Path("samples", sample, "bin", framework.Parent!.Name, framework.Name, sample + ".dll");
    }
}
