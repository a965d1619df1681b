namespace Settlements.BillManager;

/// <summary>What exactly stood in the way, finer than <see cref="SettlementsException.Error"/>.</summary>
public enum BillManagerProblem
{
    /// <summary>The panel answered with an error of its own: see <see cref="BillManagerException.Type"/> and <see cref="BillManagerException.Object"/>.</summary>
    PanelError,

    /// <summary>User or password were refused by <c>func=auth</c>.</summary>
    BadCredentials,

    /// <summary>The session was lost (error type <c>auth</c>); the next call logs in anew.</summary>
    SessionLost,

    /// <summary>The login waits for a two-factor code, which a program cannot give: use an employee without it, restricted by address.</summary>
    TwoFactorPending,

    /// <summary>The panel's login asks for a captcha: use <see cref="BillManagerAuthentication.EveryCall"/>, or restrict the employee by address.</summary>
    Captcha,

    /// <summary>The user's level is below <see cref="BillManagerOptions.MinimumLevel"/>: lists would come with columns missing.</summary>
    AccessLevelTooLow,

    /// <summary>A page for a browser came instead of XML: a wrong address, a firewall, a captcha page or a proxy's error page.</summary>
    HtmlPage,

    /// <summary>An HTTP status other than 200, which the panel itself never sends: a proxy or a web server in between.</summary>
    HttpStatus,

    /// <summary>No connection, or one that broke.</summary>
    Connection,

    /// <summary>This library did not send the call: the last ones failed and it pauses, or too many wait.</summary>
    NotSent,

    /// <summary>No answer within the time-outs of <see cref="BillManagerOptions.Resilience"/>.</summary>
    Timeout,

    /// <summary>Not XML, cut off, an unreadable number or date, a column twice with two values, no <c>id</c>.</summary>
    Malformed,

    /// <summary>An answer above <see cref="BillManagerOptions.MaxResponseBytes"/> or nested too deep.</summary>
    TooLarge,

    /// <summary>
    /// A form was submitted (<c>sok</c>) and the answer has neither <c>ok</c> nor an error: the panel only showed the form again and did not execute it.
    /// </summary>
    FormNotExecuted,

    /// <summary>The answer is a valid document of another kind: neither a list where one was asked for, nor the form asked for.</summary>
    UnexpectedDocument,

    /// <summary>Rows came that the filter asked for excludes: a filter saved in the panel's web interface is in force for this user.</summary>
    FilterIgnored,

    /// <summary>The list has reached the panel's cap of rows, so that it may be cut: ask with a narrower filter.</summary>
    ListCapped,

    /// <summary>Rows were added or removed while the list was read page by page, so that some may be missing: read it again.</summary>
    ListChanged,
}
