using System.Diagnostics;
using System.Globalization;
using Settlements.Testing;
using Settlements.Tests.Docs;

namespace Settlements.IntegrationTests.Docs;

/// <summary>The first program of the README runs, as it stands there, against the emulated 1C server.</summary>
public sealed class ReadmeProgramTests
{
    private const string Customer = "6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b";

    [Theory]
    [InlineData("500000", "Allow")]
    [InlineData("130000", "Block")]
    public async Task Decides_the_order(string limit, string verdict)
    {
        await using var server = await OneCEmulator.StartAsync();
        server.SetBalance(
            CounterpartyId.Parse(Customer),
            new EmulatedBalance
            {
                Debt = 125_000m,
                OverdueDebt = 0m,
                CreditLimit = decimal.Parse(limit, CultureInfo.InvariantCulture),
            }
        );

        var output = await RunAsync(server.BaseUrl.ToString(), Customer);

        output.Should().StartWith(verdict + Environment.NewLine);
        output.Trim().Split(Environment.NewLine).Should().HaveCountGreaterThan(1, "it says why");
        server.Requests.Count.Should().Be(1);
    }

    /// <summary>Compiles the program and runs it as a process of its own, beside the assemblies that this project has too.</summary>
    private static async Task<string> RunAsync(params string[] arguments)
    {
        var block = MarkdownPage.All.Single(page => page.Path == "README.md").Blocks.First(block => block.Language == "csharp");
        var own = Path.Combine(AppContext.BaseDirectory, typeof(ReadmeProgramTests).Assembly.GetName().Name!);
        var program = Path.Combine(AppContext.BaseDirectory, "Snippet.dll");
        await using (var file = File.Create(program))
            SnippetCompiler.Compile(block).Emit(file).Success.Should().BeTrue();

        var start = new ProcessStartInfo(
            "dotnet",
            ["exec", "--depsfile", own + ".deps.json", "--runtimeconfig", own + ".runtimeconfig.json", program, .. arguments]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, await error);
        return output;
    }
}
