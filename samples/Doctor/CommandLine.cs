using System.Globalization;
using Microsoft.Extensions.Configuration;
using Settlements;

namespace Doctor;

/// <summary>What the command line asks for: which servers to examine, or the emulated ones.</summary>
internal sealed record CommandLine
{
    public const string Usage = """
        Usage:
          Doctor                                      examines an emulated 1C server and an emulated BILLmanager, both healthy
          Doctor --sick                               the same two, with a dozen things wrong
          Doctor [--base-url URL [--key KEY] [--key-header NAME] [--user NAME] [--allow-http] [--counterparty GUID]...]
                 [--billmanager-url URL --billmanager-user NAME] [--settings FILE.json]
        with any of them: [--lang ru|en] [--json]

        --base-url is the 1C publication with its hs path (https://host/ut/hs/balance), --counterparty a customer whose answer is held against the contract:
        best one who owes, with open documents. --billmanager-url is the panel (https://host:1500/billmgr).
        FILE.json holds your program's own options in the sections OneC, BillManager and PaymentExport; what is given here goes before it.
        SETTLEMENTS_ONEC_PASSWORD holds the password of --user, SETTLEMENTS_ONEC_KEY the key when --key is not given,
        SETTLEMENTS_BILLMANAGER_PASSWORD the password of --billmanager-user.
        Nothing is changed in either server. Exit code: 0 no warning, 1 a warning, 2 a failure, 64 wrong usage.
        """;

    private static readonly string[] Flags = ["--json", "--allow-http", "--sick"];

    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["--base-url"] = "OneC:BaseUrl",
        ["--key"] = "OneC:Key",
        ["--key-header"] = "OneC:KeyHeader",
        ["--user"] = "OneC:User",
        ["--billmanager-url"] = "BillManager:Endpoint",
        ["--billmanager-user"] = "BillManager:UserName",
    };

    private static readonly (string Variable, string Key, string Section)[] Variables =
    [
        ("SETTLEMENTS_ONEC_KEY", "OneC:Key", "OneC"),
        ("SETTLEMENTS_ONEC_PASSWORD", "OneC:Password", "OneC"),
        ("SETTLEMENTS_BILLMANAGER_PASSWORD", "BillManager:Password", "BillManager"),
    ];

    /// <summary>The servers' options; null for the emulated ones.</summary>
    public required IConfiguration? Servers { get; init; }

    public required IReadOnlyList<CounterpartyId> Counterparties { get; init; }
    public required bool IsSick { get; init; }
    public required bool IsJson { get; init; }
    public required CultureInfo Culture { get; init; }

    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var given = Split(args);
        if (given.ContainsKey("--help"))
            throw new UsageException("Doctor: what is wrong with my 1C service and my panel, and what to do.");

        var isReal = given.Keys.Any(name => Settings.ContainsKey(name) || name is "--settings" or "--counterparty" or "--allow-http");
        if (isReal && given.ContainsKey("--sick"))
            throw new UsageException("--sick is for the emulated servers and goes with no address.");
        return new CommandLine
        {
            Servers = isReal ? ServersOf(given) : null,
            Counterparties = [.. given.GetValueOrDefault("--counterparty", []).Select(CounterpartyOf)],
            IsSick = given.ContainsKey("--sick"),
            IsJson = given.ContainsKey("--json"),
            Culture = CultureOf(given.GetValueOrDefault("--lang", ["en"])[0]),
        };
    }

    private static Dictionary<string, List<string>> Split(IReadOnlyList<string> args)
    {
        var given = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) =
                args[i].Split('=', 2) is [var left, var right] && left.StartsWith("--", StringComparison.Ordinal)
                    ? (left, right)
                    : (args[i], null);
            if (name is "--help" or "-h" or "-?")
                return new(StringComparer.Ordinal) { ["--help"] = [] };
            if (Flags.Contains(name) && value is null)
                value = "true";
            else if (Settings.ContainsKey(name) || name is "--settings" or "--counterparty" or "--lang")
                value ??= i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[++i] : "";
            else
                throw new UsageException(
                    name.StartsWith('-')
                        ? $"'{name}' is no option of this program."
                        : $"Argument {i + 1} is no option; it is not repeated here, since it may be a secret."
                );
            if (value.Length == 0)
                throw new UsageException($"{name} needs a value.");
            if (!given.TryAdd(name, [value]))
            {
                if (name != "--counterparty")
                    throw new UsageException($"{name} is given twice.");
                given[name].Add(value);
            }
        }

        return given;
    }

    /// <summary>The file, above it the environment for what the file or the command line names, above both the command line.</summary>
    private static IConfiguration ServersOf(Dictionary<string, List<string>> given)
    {
        var builder = new ConfigurationBuilder();
        if (given.TryGetValue("--settings", out var file))
            builder.AddInMemoryCollection(FileOf(file[0]).AsEnumerable());

        var line = Settings
            .Where(setting => given.ContainsKey(setting.Key))
            .ToDictionary(setting => setting.Value, setting => (string?)given[setting.Key][0], StringComparer.Ordinal);
        if (given.ContainsKey("--allow-http"))
            line["OneC:AllowHttp"] = "true";
        if (given.ContainsKey("--key-header"))
            line["OneC:KeyPlacement"] = "Header";
        var named = builder.Build();
        foreach (var (variable, key, section) in Variables)
        {
            var isAsked =
                named.GetSection(section).Exists() || line.Keys.Any(set => set.StartsWith(section + ":", StringComparison.Ordinal));
            if (isAsked && Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value)
                line.TryAdd(key, value);
        }

        var servers = builder.AddInMemoryCollection(line).Build();
        return servers.GetSection("OneC").Exists() || servers.GetSection("BillManager").Exists()
            ? servers
            : throw new UsageException(
                "No server is named: give --base-url, --billmanager-url, or --settings with a section OneC or BillManager."
            );
    }

    private static IConfiguration FileOf(string path)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(path), optional: false).Build();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new UsageException($"--settings {path} cannot be read as JSON; give the file with your program's options.");
        }
    }

    private static CounterpartyId CounterpartyOf(string text) =>
        CounterpartyId.TryParse(text, out var counterparty)
            ? counterparty
            : throw new UsageException($"--counterparty is '{text}'; give the counterparty's GUID in 1C, not the empty one.");

    private static CultureInfo CultureOf(string language) =>
        language is "ru" or "en"
            ? CultureInfo.GetCultureInfo(language)
            : throw new UsageException($"--lang is '{language}'; give ru or en.");
}
