using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Settlements;
using Settlements.Credit;
using Settlements.Terms;

namespace OrderCheck;

/// <summary>What the command line asks for: one order, checked against a real 1C server.</summary>
internal sealed record CommandLine
{
    public const string Usage = """
        Usage:
          OrderCheck                                  decides a handful of telling orders against an emulated 1C server
          OrderCheck --base-url URL --counterparty GUID --total 1000.00
                     [--key KEY] [--key-header NAME] [--user NAME] [--currency RUB] [--terms prepay|deferred:30|mixed:30:14]
                     [--date 2026-11-21] [--policy FILE.json] [--state FILE.db] [--allow-http] [--lang ru|en] [--json]

        URL is the publication with its hs path: https://host/ut/hs/balance; the request is GET URL/get?counterparty_id=GUID.
        The key is sent as key= in the query, or in the header that --key-header names.
        SETTLEMENTS_ONEC_PASSWORD holds the password of --user, SETTLEMENTS_ONEC_KEY the key when --key is not given.
        --state is a SQLite file that keeps holds from one run to the next: an order that passed takes its credit for 30 minutes.
        --date is the order's business date (default: today in Moscow); without --terms the whole total counts as given on credit.
        Exit code: 0 allow, 10 warn, 20 block, 64 wrong usage.
        """;

    private static readonly string[] Flags = ["--json", "--allow-http"];

    private static readonly string[] Options =
    [
        "--base-url",
        "--key",
        "--key-header",
        "--user",
        "--counterparty",
        "--total",
        "--currency",
        "--terms",
        "--date",
        "--policy",
        "--state",
        "--lang",
    ];

    public required Uri BaseUrl { get; init; }
    public required string? Key { get; init; }
    public required string? KeyHeader { get; init; }
    public required string? User { get; init; }
    public required string? Password { get; init; }
    public required OrderToCheck Order { get; init; }
    public required CreditPolicy Policy { get; init; }
    public required string? State { get; init; }
    public required CultureInfo Culture { get; init; }
    public required bool Json { get; init; }
    public required bool AllowHttp { get; init; }

    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        var given = Split(args);
        if (given.ContainsKey("--help"))
            throw new UsageException("OrderCheck: may this customer place this order?");

        var user = given.GetValueOrDefault("--user");
        var password = Environment.GetEnvironmentVariable("SETTLEMENTS_ONEC_PASSWORD");
        if (user is not null && password is null)
            throw new UsageException(
                "--user needs its password in the environment variable SETTLEMENTS_ONEC_PASSWORD; set it, to an empty text if the password is empty."
            );
        var key = given.GetValueOrDefault("--key") ?? Environment.GetEnvironmentVariable("SETTLEMENTS_ONEC_KEY");
        return new CommandLine
        {
            BaseUrl = BaseUrlOf(Required(given, "--base-url")),
            Key = string.IsNullOrEmpty(key) ? null : key,
            KeyHeader = given.GetValueOrDefault("--key-header"),
            User = user,
            Password = user is null ? null : password,
            Order = OrderOf(given),
            Policy = given.TryGetValue("--policy", out var file) ? PolicyOf(file) : CreditPolicy.Default,
            State = given.GetValueOrDefault("--state"),
            Culture = CultureOf(given.GetValueOrDefault("--lang", "en")),
            Json = given.ContainsKey("--json"),
            AllowHttp = given.ContainsKey("--allow-http"),
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
                value ??=
                    i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal)
                        ? args[++i]
                        : throw new UsageException($"{name} needs a value.");
            else
                throw new UsageException(
                    name.StartsWith('-')
                        ? $"'{name}' is no option of this program."
                        : $"Argument {i + 1} is no option; it is not repeated here, since it may be a secret."
                );
            if (value.Length == 0 && !Flags.Contains(name))
                throw new UsageException($"{name} is empty.");
            if (!given.TryAdd(name, value))
                throw new UsageException($"{name} is given twice.");
        }

        return given;
    }

    private static OrderToCheck OrderOf(Dictionary<string, string> given)
    {
        var text = Required(given, "--counterparty");
        if (!CounterpartyId.TryParse(text, out var counterparty))
            throw new UsageException($"--counterparty is '{text}'; give the counterparty's GUID in 1C, not the empty one.");

        var total = TotalOf(Required(given, "--total"), given.GetValueOrDefault("--currency", "RUB"));
        var terms = given.TryGetValue("--terms", out var spec) ? TermsOf(spec) : null;
        return new OrderToCheck(Guid.CreateVersion7().ToString(), counterparty, total, DateOf(given.GetValueOrDefault("--date")), terms);
    }

    private static Uri BaseUrlOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new UsageException(
                "--base-url is no http or https address; give the publication with its hs path, such as https://host/ut/hs/balance."
            );

    private static Money TotalOf(string text, string code)
    {
        if (!Currency.TryParse(code, out var currency))
            throw new UsageException($"--currency is '{code}'; give a code of ISO 4217, such as RUB.");
        const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var amount))
            throw new UsageException($"--total is '{text}'; give a decimal number with a dot, such as 1000.00.");

        var total = new Money(amount, currency);
        return total.IsPositive && total.IsWholeMinorUnits
            ? total
            : throw new UsageException(
                $"--total is '{text}'; it must be above zero and have at most {currency.MinorDigits} digits after the point in {currency}."
            );
    }

    private static PaymentTerms TermsOf(string spec)
    {
        try
        {
            return spec.Split(':') switch
            {
                ["prepay"] => PaymentTerms.Prepay(),
                ["deferred", var days] when Whole(days) is { } delay => PaymentTerms.Deferred(delay),
                ["mixed", var share, var days] when Whole(days) is { } delay && Percent(share) is { } percent => PaymentTerms.Mixed(
                    percent,
                    delay
                ),
                _ => throw new UsageException(
                    $"--terms is '{spec}'; give prepay, deferred:DAYS or mixed:PERCENT:DAYS, such as mixed:30:14."
                ),
            };
        }
        catch (ArgumentException e)
        {
            throw new UsageException($"--terms is '{spec}': {e.Message}");
        }
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static decimal? Percent(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static LocalDate DateOf(string? text)
    {
        if (text is null)
            return Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).InZone(DateTimeZoneProviders.Tzdb["Europe/Moscow"]).Date;
        var parsed = LocalDatePattern.Iso.Parse(text);
        return parsed.Success ? parsed.Value : throw new UsageException($"--date is '{text}'; give a date such as 2026-11-21.");
    }

    private static CreditPolicy PolicyOf(string file)
    {
        try
        {
            return CreditPolicy.FromJson(File.ReadAllBytes(file));
        }
        catch (FormatException e)
        {
            throw new UsageException($"--policy {file}: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--policy {file} cannot be read: {e.Message}");
        }
    }

    private static CultureInfo CultureOf(string language) =>
        language is "ru" or "en"
            ? CultureInfo.GetCultureInfo(language)
            : throw new UsageException($"--lang is '{language}'; give ru or en.");

    private static string Required(Dictionary<string, string> given, string name) =>
        given.TryGetValue(name, out var value) && value.Length > 0 ? value : throw new UsageException($"{name} is missing.");
}
