using System.Diagnostics;
using Settlements.Tests.Conventions;

namespace Settlements.IntegrationTests.Packaging;

/// <summary>The packages as they would be published: those that .ci/run has packed, else packed here from the sources at hand.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private DirectoryInfo? _own;
    private string _folder = Environment.GetEnvironmentVariable("SETTLEMENTS_PACKAGES") ?? "";

    public async Task InitializeAsync()
    {
        if (_folder.Length > 0)
            return;

        _own = Directory.CreateTempSubdirectory("settlements-packages-");
        _folder = _own.FullName;
        foreach (var id in Product.PackableProjects)
            await PackAsync(Repository.Path("src", id), _folder);
    }

    public Task DisposeAsync()
    {
        _own?.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Opens a package. One that is missing is a failure, never a test that looks at nothing.</summary>
    internal Package Open(string id)
    {
        var files = Directory
            .GetFiles(_folder, $"{id}.*.nupkg")
            .Where(file => char.IsAsciiDigit(Path.GetFileName(file)[id.Length + 1]))
            .ToList();
        files.Should().ContainSingle($"{_folder} holds one package of {id}");
        return new Package(files[0]);
    }

    private static async Task PackAsync(string project, string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["pack", project, "-c", "Release", "-o", folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the test host sets for itself would lead the child astray.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, output);
    }
}
