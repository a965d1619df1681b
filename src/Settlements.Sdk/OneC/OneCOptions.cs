using Settlements.Http;

namespace Settlements.OneC;

/// <summary>How to reach and to read the balance service of one 1C publication.</summary>
/// <remarks>
/// Checked as a whole when the host starts, or at first use where no host runs; every fault is reported at once. Give at most one of <see cref="User"/>,
/// <see cref="BearerToken"/> and <see cref="AuthenticationHeader"/>; a <see cref="Key"/> may stand beside any of them.
/// </remarks>
public sealed class OneCOptions
{
    /// <summary>The publication with its <c>hs</c> path, taken whole: <c>https://host/ut/hs/balance</c>.</summary>
    /// <value>An absolute address without user, query and fragment. https, except for loopback and with <see cref="AllowHttp"/>. Required.</value>
    public Uri? BaseUrl { get; set; }

    /// <summary>Allows plain http to another machine, where passwords, keys and figures go unprotected.</summary>
    /// <value>The default is false.</value>
    public bool AllowHttp { get; set; }

    /// <summary>What follows <see cref="BaseUrl"/> in the address of a balance.</summary>
    /// <value>One or more path segments, or empty for none. The default is <c>get</c>.</value>
    public string BalancePath { get; set; } = "get";

    /// <summary>The query parameter that carries the counterparty's GUID.</summary>
    /// <value>The default is <c>counterparty_id</c>.</value>
    public string CounterpartyParameter { get; set; } = "counterparty_id";

    /// <summary>The service's key, if it wants one.</summary>
    /// <value>The default is null: none is sent.</value>
    public string? Key { get; set; }

    /// <summary>Where <see cref="Key"/> goes.</summary>
    /// <value>The default is <see cref="OneCKeyPlacement.Query"/>.</value>
    public OneCKeyPlacement KeyPlacement { get; set; }

    /// <summary>The query parameter that carries <see cref="Key"/>.</summary>
    /// <value>The default is <c>key</c>.</value>
    public string KeyParameter { get; set; } = "key";

    /// <summary>The header that carries <see cref="Key"/> under <see cref="OneCKeyPlacement.Header"/>.</summary>
    /// <value>The default is <c>X-Api-Key</c>.</value>
    public string KeyHeader { get; set; } = "X-Api-Key";

    /// <summary>The 1C user for Basic authentication, sent at once with every request, in UTF-8.</summary>
    /// <value>Without a colon. The default is null: no Basic authentication.</value>
    public string? User { get; set; }

    /// <summary>The password of <see cref="User"/>.</summary>
    /// <value>The default is null; required with <see cref="User"/> unless <see cref="AllowEmptyPassword"/>.</value>
    public string? Password { get; set; }

    /// <summary>Says that the 1C user has no password, so that a password that was merely forgotten does not count as a failed login.</summary>
    /// <value>The default is false.</value>
    public bool AllowEmptyPassword { get; set; }

    /// <summary>The token for Bearer authentication.</summary>
    /// <value>The default is null: no Bearer authentication.</value>
    public string? BearerToken { get; set; }

    /// <summary>The name of a header that authenticates in the service's own way.</summary>
    /// <value>The default is null: no such header.</value>
    public string? AuthenticationHeader { get; set; }

    /// <summary>The value of <see cref="AuthenticationHeader"/>.</summary>
    /// <value>The default is null.</value>
    public string? AuthenticationHeaderValue { get; set; }

    /// <summary>
    /// How long nothing is asked after 1C refused the user (status 401): every call fails at once as <see cref="SettlementsError.NotAuthenticated"/>, since each further try
    /// counts towards locking the 1C user out.
    /// </summary>
    /// <value>From zero (ask each time) to one day. The default is 5 minutes.</value>
    public TimeSpan AuthenticationPause { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Keeps 1C sessions (<c>IBSession</c>) between requests instead of beginning and ending one with each.</summary>
    /// <value>The default is false.</value>
    public bool ReuseSessions { get; set; }

    /// <summary>How many sessions are kept at most under <see cref="ReuseSessions"/>; no more requests than these are then under way at one time.</summary>
    /// <value>From 1 to 1000. The default is 8: fewer than the 10 that a publication has by default.</value>
    public int MaxSessions { get; set; } = 8;

    /// <summary>Time-outs, repetition, requests at one time.</summary>
    public ResilienceOptions Resilience { get; } = new();

    /// <summary>The longest answer, in bytes after unpacking; a longer one is <see cref="SettlementsError.TooLarge"/>.</summary>
    /// <value>From 1 KiB to 1 GiB. The default is 4 MiB.</value>
    public int MaxResponseBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>How deep objects and arrays may nest; a deeper answer is <see cref="SettlementsError.TooLarge"/>.</summary>
    /// <value>From 4 to 512. The default is 32.</value>
    public int MaxDepth { get; set; } = 32;

    /// <summary>The currency of an answer that states none.</summary>
    /// <value>The default is <see cref="Currency.Rub"/>.</value>
    public Currency DefaultCurrency { get; set; } = Currency.Rub;

    /// <summary>The zone of 1C's wall clock, by its name in the IANA database; dates without an offset are read in it.</summary>
    /// <value>The default is <c>Europe/Moscow</c>.</value>
    public string TimeZone { get; set; } = "Europe/Moscow";

    /// <summary>Which sign the service gives to what the customer owes.</summary>
    /// <value>The default is <see cref="OneCAmountSign.DebtIsPositive"/>.</value>
    public OneCAmountSign AmountSign { get; set; }

    /// <summary>Whether the service counts in roubles or in kopecks.</summary>
    /// <value>The default is <see cref="OneCAmountUnit.Major"/>.</value>
    public OneCAmountUnit AmountUnit { get; set; }

    /// <summary>The keys of the service's answer.</summary>
    public OneCFieldOptions Fields { get; } = new();

    /// <summary>The directory of counterparties of the same publication; of meaning only after <c>AddDirectory()</c>.</summary>
    public OneCDirectoryOptions Directory { get; } = new();

    /// <summary>What a configuration section held and these options cannot take; reported with the other faults.</summary>
    internal IReadOnlyList<string> ConfigurationFaults { get; set; } = [];

    /// <summary>The publication without anything secret.</summary>
    public override string ToString() =>
        BaseUrl is { IsAbsoluteUri: true } url
            ? $"1C at {url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}"
            : "1C";
}
