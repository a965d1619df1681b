using Microsoft.Extensions.Options;
using Settlements.Http;

namespace Settlements.OneC;

/// <summary>Finds every fault of <see cref="OneCOptions"/> at once. No message shows a secret.</summary>
internal sealed class OneCOptionsValidator : IValidateOptions<OneCOptions>
{
    public ValidateOptionsResult Validate(string? name, OneCOptions options)
    {
        var failures = new List<string>();
        var path = string.IsNullOrEmpty(name) ? nameof(OneCOptions) : $"{nameof(OneCOptions)} '{name}'";

        void Fail(string option, string problem) => failures.Add($"{path}.{option} {problem}");

        failures.AddRange(options.ConfigurationFaults.Select(fault => $"{path}.{fault}"));
        CheckAddress(options, Fail);
        CheckAuthentication(options, Fail);
        CheckReading(options, Fail);
        FieldMapRules.Check(options.Fields, Fail);
        CheckDirectory(options.Directory, Fail);
        ResilienceOptionsRules.Check(options.Resilience, $"{path}.{nameof(options.Resilience)}", failures);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void CheckAddress(OneCOptions options, Action<string, string> fail)
    {
        if (options.BaseUrl is not { } url)
            fail(nameof(options.BaseUrl), "is missing: give the publication with its hs path, such as https://host/ut/hs/balance.");
        else if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
            fail(nameof(options.BaseUrl), "is not an absolute http or https address: give it whole, such as https://host/ut/hs/balance.");
        else
        {
            if (url.UserInfo.Length > 0)
                fail(nameof(options.BaseUrl), "holds a user or a password: give them as User and Password, since addresses are logged.");
            if (url.Query.Length > 0 || url.Fragment.Length > 0)
                fail(nameof(options.BaseUrl), "holds a query or a fragment: give a key as Key, and the rest of the path as BalancePath.");
            if (url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback && !options.AllowHttp)
                fail(
                    nameof(options.BaseUrl),
                    "is plain http to another machine: use https, or set AllowHttp when the network itself is protected."
                );
        }

        if (!IsPath(options.BalancePath))
            fail(nameof(options.BalancePath), "is not a path: give segments without '?', '#', '\\' and '..', such as get.");
        if (string.IsNullOrWhiteSpace(options.CounterpartyParameter))
            fail(nameof(options.CounterpartyParameter), "is empty: give the name of the query parameter, such as counterparty_id.");
    }

    private static void CheckDirectory(OneCDirectoryOptions directory, Action<string, string> fail)
    {
        const string Name = nameof(OneCOptions.Directory);
        if (!IsPath(directory.Path) || directory.Path.Trim('/').Length == 0)
            fail(
                $"{Name}.{nameof(directory.Path)}",
                "is not a path: give segments without '?', '#', '\\' and '..', such as counterparties."
            );
        if (string.IsNullOrWhiteSpace(directory.TaxIdParameter))
            fail($"{Name}.{nameof(directory.TaxIdParameter)}", "is empty: give the name of the query parameter, such as tin.");
        ReadingOptionsRules.CheckEnum($"{Name}.{nameof(directory.Country)}", directory.Country, fail);
        DirectoryFieldRules.Check(directory.Fields, (option, problem) => fail($"{Name}.{option}", problem));
    }

    private static bool IsPath(string? path) => path is not null && path.AsSpan().IndexOfAny("?#\\") < 0 && !path.Split('/').Contains("..");

    private static void CheckAuthentication(OneCOptions options, Action<string, string> fail)
    {
        var ways = new[] { options.User, options.BearerToken, options.AuthenticationHeader }.Count(way => way is not null);
        if (ways > 1)
            fail(nameof(options.User), "stands beside BearerToken or AuthenticationHeader: give one way to authenticate.");

        if (options.User is { } user && (user.Trim().Length == 0 || user.Contains(':', StringComparison.Ordinal)))
            fail(nameof(options.User), "is empty or holds a colon, which Basic authentication cannot carry: give the 1C user's name.");
        if (options.User is not null && string.IsNullOrEmpty(options.Password) && !options.AllowEmptyPassword)
            fail(
                nameof(options.Password),
                "is missing: give it, or set AllowEmptyPassword if the 1C user has none (a wrong login counts towards locking the user out)."
            );
        if (options.User is null && options.Password is not null)
            fail(nameof(options.User), "is missing beside a Password: give the 1C user's name.");

        CheckValue(nameof(options.BearerToken), options.BearerToken, fail);
        CheckValue(nameof(options.Key), options.Key, fail);
        if (options.AuthenticationHeader is not null)
        {
            CheckHeaderName(nameof(options.AuthenticationHeader), options.AuthenticationHeader, fail);
            CheckValue(nameof(options.AuthenticationHeaderValue), options.AuthenticationHeaderValue ?? "", fail);
        }
        else if (options.AuthenticationHeaderValue is not null)
            fail(nameof(options.AuthenticationHeader), "is missing beside an AuthenticationHeaderValue: give the header's name.");

        if (string.IsNullOrWhiteSpace(options.KeyParameter))
            fail(nameof(options.KeyParameter), "is empty: give the name of the query parameter, such as key.");
        CheckHeaderName(nameof(options.KeyHeader), options.KeyHeader, fail);
        if (options.KeyPlacement == OneCKeyPlacement.Header)
            CheckHeaderValue(nameof(options.Key), options.Key, fail);
        CheckHeaderValue(nameof(options.BearerToken), options.BearerToken, fail);
        CheckHeaderValue(nameof(options.AuthenticationHeaderValue), options.AuthenticationHeaderValue, fail);
        ReadingOptionsRules.CheckEnum(nameof(options.KeyPlacement), options.KeyPlacement, fail);
        if (options.AuthenticationPause < TimeSpan.Zero || options.AuthenticationPause > TimeSpan.FromDays(1))
            fail(nameof(options.AuthenticationPause), $"is {options.AuthenticationPause:c}: give a time from zero to one day.");
        if (options.MaxSessions is < 1 or > 1000)
            fail(nameof(options.MaxSessions), FormattableString.Invariant($"is {options.MaxSessions}: give a number from 1 to 1000."));
    }

    private static void CheckReading(OneCOptions options, Action<string, string> fail)
    {
        if (options.MaxResponseBytes is < 1024 or > 1024 * 1024 * 1024)
            fail(
                nameof(options.MaxResponseBytes),
                FormattableString.Invariant(
                    $"is {options.MaxResponseBytes}: give a number of bytes from 1024 (1 KiB) to 1073741824 (1 GiB)."
                )
            );
        ReadingOptionsRules.Check(
            options.MaxDepth,
            options.DefaultCurrency,
            options.TimeZone,
            options.AmountSign,
            options.AmountUnit,
            fail
        );
    }

    private static void CheckHeaderValue(string option, string? secret, Action<string, string> fail)
    {
        if (secret is not null && secret.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            fail(option, "holds a character that a header cannot carry: give plain ASCII, or send a key in the query.");
    }

    private static void CheckValue(string option, string? secret, Action<string, string> fail)
    {
        if (secret is not null && (secret.Trim().Length == 0 || secret.AsSpan().IndexOfAny("\r\n\0") >= 0))
            fail(option, "is empty or holds a line break: give the value itself, or leave the option unset.");
    }

    private static void CheckHeaderName(string option, string name, Action<string, string> fail)
    {
        const string Marks = "!#$%&'*+-.^_`|~";
        if (string.IsNullOrEmpty(name) || !name.All(c => char.IsAsciiLetterOrDigit(c) || Marks.Contains(c, StringComparison.Ordinal)))
            fail(option, "is not the name of an HTTP header: give letters, digits and dashes, such as X-Api-Key.");
    }
}
