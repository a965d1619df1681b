using System.Globalization;

namespace BalanceImport;

/// <summary>What the command line asks for: the files of a folder into a store.</summary>
internal sealed record CommandLine
{
    public const string Usage = """
        Usage:
          BalanceImport                                     imports example files from a temporary folder, one of them cut short
          BalanceImport --folder FOLDER [--state FILE.db] [--once] [--force] [--settle SECONDS]
                                                            imports the files that arrive in a folder

        Files that belong together have one moment in their names, in UTC:
          balances-20261122T060000Z.csv                     a full snapshot (.csv, .json or .ndjson); delta-... for a delta
          documents-20261122T060000Z.csv, payments-..., terms-...   if there are any, put there before the balances
        A file has arrived whole when its name does not end in .part or .tmp and neither its size nor its time has changed for SECONDS (5).
        Imported files go to FOLDER/done, refused ones to FOLDER/failed, each with rejects-....ndjson when rows were rejected.
        Without --state balances are kept in memory, and forgotten at the end. --force imports what looks wrong: older files, many cleared.
        Exit code of --once: 0 all imported, 10 some rows rejected, 20 some files refused, 64 wrong usage.
        """;

    public required string Folder { get; init; }
    public string? State { get; init; }
    public bool IsOnce { get; init; }
    public bool IsForced { get; init; }
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(5);

    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var line = new CommandLine { Folder = "" };
        for (var i = 0; i < args.Count; i++)
            line = args[i] switch
            {
                "--folder" => line with { Folder = Value(args, ref i) },
                "--state" => line with { State = Value(args, ref i) },
                "--settle" => line with { Settle = Seconds(Value(args, ref i)) },
                "--once" => line with { IsOnce = true },
                "--force" => line with { IsForced = true },
                "--help" or "-h" or "-?" => throw new UsageException(
                    "BalanceImport: files of balances that arrive in a folder, each whole or not at all."
                ),
                var other => throw new UsageException($"'{other}' is no option of this program."),
            };
        if (line.Folder.Length == 0)
            throw new UsageException("--folder is missing.");
        return Directory.Exists(line.Folder) ? line : throw new UsageException($"--folder {line.Folder} is no folder.");
    }

    private static string Value(IReadOnlyList<string> args, ref int i) =>
        ++i < args.Count ? args[i] : throw new UsageException($"{args[i - 1]} needs a value.");

    private static TimeSpan Seconds(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 3600
            ? TimeSpan.FromSeconds(seconds)
            : throw new UsageException($"--settle is '{text}'; give a number of seconds from 0 to 3600.");
}
