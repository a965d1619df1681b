using System.Diagnostics;
using System.Globalization;

namespace Settlements.IntegrationTests.Servers;

/// <summary>PostgreSQL's own programs as Debian installs them. They refuse to run as root, so root runs them as user postgres.</summary>
internal static class PostgreSqlPrograms
{
    private const string User = "postgres";

    /// <summary>The folder of the newest version; null when there is none.</summary>
    private static readonly string? Folder = Find();

    /// <summary>Why no server can be started; null when one can.</summary>
    public static string? Missing =>
        Folder is null ? "PostgreSQL is not installed: no /usr/lib/postgresql/*/bin/initdb. On Debian: apt-get install postgresql" : null;

    /// <summary>Runs a program of PostgreSQL to its end and gives back what it said.</summary>
    /// <exception cref="InvalidOperationException">It ended with an error, or is not installed.</exception>
    public static Task<string> RunAsync(string program, params string[] arguments) =>
        RunAsync(As(Path.Combine(Folder ?? throw new InvalidOperationException(Missing), program), arguments));

    /// <summary>How to run any program as the user that the server runs as.</summary>
    public static ProcessStartInfo As(string program, params string[] arguments)
    {
        string[] command = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid", User, "--regid", User, "--init-groups", "--", program, .. arguments]
            : [program, .. arguments];
        // The server's own folder may be closed to that user.
        return new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = "/" };
    }

    /// <summary>Gives a folder to the user that the server runs as.</summary>
    public static async Task OwnAsync(string folder)
    {
        if (Environment.IsPrivilegedProcess)
            await RunAsync(new ProcessStartInfo("chown", ["-R", $"{User}:{User}", folder]));
    }

    private static async Task<string> RunAsync(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output[0]
            : throw new InvalidOperationException(
                $"{string.Join(' ', start.ArgumentList.Prepend(start.FileName))} ended with {process.ExitCode}: {string.Concat(output)}"
            );
    }

    private static string? Find()
    {
        const string Versions = "/usr/lib/postgresql";
        return Directory.Exists(Versions)
            ? Directory
                .EnumerateDirectories(Versions)
                .Where(folder => File.Exists(Path.Combine(folder, "bin", "initdb")))
                .OrderByDescending(folder => decimal.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))
                .Select(folder => Path.Combine(folder, "bin"))
                .FirstOrDefault()
            : null;
    }
}
