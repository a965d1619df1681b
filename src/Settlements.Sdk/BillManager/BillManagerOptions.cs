using Settlements.Http;

namespace Settlements.BillManager;

/// <summary>Where the panel is and as whom to call it.</summary>
/// <remarks>
/// Give the client an employee of its own that nobody logs in with: a filter that a person saves in the web interface is in force for that user's API
/// calls too.
/// </remarks>
public sealed class BillManagerOptions
{
    /// <summary>The whole address of the panel, such as <c>https://host:1500/billmgr</c>.</summary>
    /// <value>
    /// Required. <c>/billmgr</c> is appended when the last part of the path does not begin so. https; http to loopback only. No user, query or
    /// fragment in it.
    /// </value>
    public Uri? Endpoint { get; set; }

    /// <summary>The login of the panel's employee.</summary>
    /// <value>Required. Without a colon when <see cref="Authentication"/> is <see cref="BillManagerAuthentication.EveryCall"/>.</value>
    public string UserName { get; set; } = "";

    /// <summary>The employee's password.</summary>
    /// <value>Required. Read from a secret store or the environment; never logged, never in a URL.</value>
    public string Password { get; set; } = "";

    /// <summary>Session or user and password with every call.</summary>
    /// <value>Default <see cref="BillManagerAuthentication.Session"/>.</value>
    public BillManagerAuthentication Authentication { get; set; } = BillManagerAuthentication.Session;

    /// <summary>The lowest level of access that will do.</summary>
    /// <value>1 to 30. Default 29, the panel's administrator (provider); 16 is a client. Below it lists lack columns without saying so.</value>
    public int MinimumLevel { get; set; } = 29;

    /// <summary>Time-outs, repetition of reads, calls at one time. Calls that change something are never repeated, whatever stands here.</summary>
    /// <value>As <see cref="ResilienceOptions"/> says, but with a total time-out of 2 minutes and one of 1 minute for an attempt: long lists take their time.</value>
    public ResilienceOptions Resilience { get; } =
        new() { TotalTimeout = TimeSpan.FromMinutes(2), AttemptTimeout = TimeSpan.FromMinutes(1) };

    /// <summary>How long after a refused login no other is tried, so that a wrong password does not lock the employee out or call up a captcha.</summary>
    /// <value>0 to 1 hour. Default 1 minute.</value>
    public TimeSpan RefusedLoginPause { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Rows of a list asked for at once (<c>p_cnt</c>).</summary>
    /// <value>10 to 5,000. Default 1,000, the panel's own.</value>
    public int PageSize { get; set; } = 1000;

    /// <summary>The number of rows at which a list counts as cut by the panel, which is an error.</summary>
    /// <value>100 to 1,000,000. Default 5,000: the panel's queries end in <c>LIMIT 5001</c>.</value>
    public int ListCap { get; set; } = 5000;

    /// <summary>The largest answer that is read.</summary>
    /// <value>64 KiB to 256 MiB after unpacking. Default 32 MiB.</value>
    public int MaxResponseBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>What a configuration section held and these options cannot take; reported with the other faults.</summary>
    internal IReadOnlyList<string> ConfigurationFaults { get; set; } = [];

    /// <summary>The panel without anything secret.</summary>
    public override string ToString() =>
        Endpoint is { IsAbsoluteUri: true } endpoint
            ? $"BILLmanager at {endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)}"
            : "BILLmanager";
}
