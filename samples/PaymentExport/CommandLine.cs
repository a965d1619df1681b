using System.Globalization;

namespace PaymentExport;

/// <summary>What the command line asks for: documents of a file into a real panel.</summary>
internal sealed record CommandLine
{
    public const string PasswordVariable = "SETTLEMENTS_BILLMANAGER_PASSWORD";

    public const string Usage = """
        Usage:
          PaymentExport                               exports a handful of documents into an emulated BILLmanager, with mishaps
          PaymentExport --billmanager-url https://host:1500/billmgr --user NAME --documents FILE.json --state FILE.db
                        [--dry-run] [--once | --every 1h] [--json]
          PaymentExport emulate [--port N] [--latency MILLISECONDS] [--panel FILE]
                                                      runs an emulated panel until standard input ends (user exporter, password emulated-password)

        SETTLEMENTS_BILLMANAGER_PASSWORD holds the password of --user. http is allowed to this machine only.
        FILE.json is an array of payment documents (docs/exporting-payments.md); FILE.db keeps queue, journal and codes between runs.
        --dry-run finds payers and payment methods and sends nothing. --every takes s, m, h or d, such as 30m; --once is the default.
        Exit code: 0 all exported, 10 some waiting, 20 some failed or needing attention, 64 wrong usage.
        """;

    private static readonly string[] Flags = ["--dry-run", "--once", "--json"];

    private static readonly string[] Options = ["--billmanager-url", "--user", "--documents", "--state", "--every"];

    public required Uri Url { get; init; }
    public required string User { get; init; }
    public required string Password { get; init; }
    public required string Documents { get; init; }
    public required string State { get; init; }
    public required bool IsDryRun { get; init; }
    public required TimeSpan? Every { get; init; }
    public required bool IsJson { get; init; }

    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var given = Split(args);
        if (given.ContainsKey("--help"))
            throw new UsageException("PaymentExport: payment documents of 1C into BILLmanager, each exactly once.");
        if (given.ContainsKey("--once") && given.ContainsKey("--every"))
            throw new UsageException("--once and --every exclude each other.");

        return new CommandLine
        {
            Url = UrlOf(Required(given, "--billmanager-url")),
            User = Required(given, "--user"),
            Documents = Required(given, "--documents"),
            State = Required(given, "--state"),
            IsDryRun = given.ContainsKey("--dry-run"),
            Every = given.TryGetValue("--every", out var every) ? IntervalOf(every) : null,
            IsJson = given.ContainsKey("--json"),
            Password = Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 } password
                ? password
                : throw new UsageException($"The environment variable {PasswordVariable} is not set: it holds the password of --user."),
        };
    }

    private static Dictionary<string, string> Split(IReadOnlyList<string> args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) =
                args[i].Split('=', 2) is [var left, var right] && left.StartsWith("--", StringComparison.Ordinal)
                    ? (left, right)
                    : (args[i], null);
            if (name is "--help" or "-h" or "-?")
                return new(StringComparer.Ordinal) { ["--help"] = "" };
            if (Flags.Contains(name) && value is null)
                value = "";
            else if (Options.Contains(name))
                value ??= i + 1 < args.Count ? args[++i] : throw new UsageException($"{name} needs a value.");
            else
                throw new UsageException($"'{name}' is no option of this program.");
            if (!given.TryAdd(name, value))
                throw new UsageException($"{name} is given twice.");
        }

        return given;
    }

    private static Uri UrlOf(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
            throw new UsageException("--billmanager-url is no address; give the panel's whole address, such as https://host:1500/billmgr.");
        return url.Scheme == "https" || url.IsLoopback
            ? url
            : throw new UsageException(
                "--billmanager-url is http: the password would travel in the clear. Use https; http is allowed to this machine only."
            );
    }

    // Thirty days: a timer of the framework takes 49 at the most.
    private const long LongestInterval = 30L * 86_400;

    private static TimeSpan IntervalOf(string text)
    {
        var unit = text.Length == 0 ? ' ' : text[^1];
        var seconds = unit switch
        {
            's' => 1,
            'm' => 60,
            'h' => 3600,
            'd' => 86_400,
            _ => 0,
        };
        return
            seconds > 0
            && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count > 0
            && (long)count * seconds <= LongestInterval
            ? TimeSpan.FromSeconds((long)count * seconds)
            : throw new UsageException($"--every is '{text}'; give a number and s, m, h or d, such as 1h; at most 30d.");
    }

    private static string Required(Dictionary<string, string> given, string name) =>
        given.TryGetValue(name, out var value) && value.Length > 0 ? value : throw new UsageException($"{name} is missing.");
}
