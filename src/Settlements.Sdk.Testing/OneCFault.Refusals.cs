using System.Globalization;
using Settlements.Testing.OneC;

namespace Settlements.Testing;

/// <content>Answers of the platform and of web servers before it, which take the place of the handler's answer.</content>
public sealed partial class OneCFault
{
    private const string Html = "text/html; charset=utf-8";
    private const string Json = "application/json; charset=utf-8";
    private const string Plain = "text/plain; charset=utf-8";

    /// <summary>401 with 1C's Basic challenge: wrong user or password. The header was seen; the body is unknown and empty here.</summary>
    public static OneCFault NotAuthenticated() =>
        Instead("not authenticated", 401, null, "", ("WWW-Authenticate", "Basic realm=\"1C:Enterprise 8.3\""));

    /// <summary>403 with 1C's exception JSON: the base is locked for maintenance, and <paramref name="message"/> is the administrator's own text.</summary>
    public static OneCFault Maintenance(string message = "Идёт обновление базы, вернёмся в 14:00") =>
        Instead("maintenance", 403, Json, PlatformBodies.Maintenance(message));

    /// <summary>403 after too many failed logins. That it is 403 was seen; the text is inferred.</summary>
    public static OneCFault LockedOut() => Instead("locked out", 403, Plain, PlatformBodies.LockedOut);

    /// <summary>403 with 1C's exception JSON: the user lacks rights. The text is inferred.</summary>
    public static OneCFault NoRights() => Instead("no rights", 403, Json, PlatformBodies.Exception(403, "Нарушение прав доступа!"));

    /// <summary>403 with the HTML of a web server that admits only listed addresses.</summary>
    public static OneCFault AddressDenied() => Instead("address denied", 403, Html, PlatformBodies.Forbidden);

    /// <summary>404: no such publication, service or template, or a session that ended. The platform's body is unknown and empty here.</summary>
    public static OneCFault NotFound() => Instead("not found", 404, null, "");

    /// <summary>404 with a JSON error of the handler: it knows no such counterparty. The keys are inferred.</summary>
    public static OneCFault UnknownCounterparty() => Instead("unknown counterparty", 404, Json, PlatformBodies.UnknownCounterparty);

    /// <summary>405: the template declares other methods only. No body.</summary>
    public static OneCFault MethodNotAllowed() => Instead("method not allowed", 405, null, "");

    /// <summary>406 with 1C's exception XML: no session came free in time.</summary>
    public static OneCFault NoFreeSession() => Instead("no free session", 406, "text/xml", PlatformBodies.NoFreeSession);

    /// <summary>409 as text: the platform was updated, and the module in the web server is of another version.</summary>
    public static OneCFault VersionMismatch() => Instead("version mismatch", 409, Plain, PlatformBodies.VersionMismatch);

    /// <summary>429 of a server before 1C.</summary>
    /// <param name="retryAfter">Sent as whole seconds, rounded up; null sends no <c>Retry-After</c>.</param>
    public static OneCFault TooManyRequests(TimeSpan? retryAfter = null) =>
        TooMany(retryAfter is { } after ? Math.Ceiling(after.TotalSeconds).ToString("0", CultureInfo.InvariantCulture) : null);

    /// <summary>429 of a server before 1C, with <c>Retry-After</c> as a date.</summary>
    public static OneCFault TooManyRequests(DateTimeOffset retryAt) =>
        TooMany(retryAt.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture));

    /// <summary>500 with 1C's exception JSON: no licence is free.</summary>
    /// <param name="message">One of several texts seen.</param>
    public static OneCFault NoLicence(string message = "Не обнаружено свободной лицензии!") =>
        Instead("no licence", 500, Json, PlatformBodies.NoLicence(message));

    /// <summary>500 with the HTML of the platform's web module.</summary>
    /// <param name="reason">Stands after "by reason".</param>
    public static OneCFault PlatformError(string reason = "Disk quota exceeded") =>
        Instead("platform error", 500, Html, PlatformBodies.ApplicationError(reason));

    /// <summary>502, 503 or 504 of a proxy, as HTML. The text is inferred.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is none of the three.</exception>
    public static OneCFault Proxy(int status = 502) =>
        Instead("proxy error " + status.ToString(CultureInfo.InvariantCulture), status, "text/html", PlatformBodies.Proxy(status));

    /// <summary>200 with the HTML page of a login form, as single sign-on before 1C answers.</summary>
    public static OneCFault LoginPage() => Instead("login page", 200, Html, PlatformBodies.LoginPage);

    /// <summary>302 to another address.</summary>
    public static OneCFault Redirect(Uri location)
    {
        ArgumentNullException.ThrowIfNull(location);
        return Instead("redirect", 302, null, "", ("Location", location.ToString()));
    }

    private static OneCFault TooMany(string? retryAfter) =>
        retryAfter is null
            ? Instead("too many requests", 429, Html, PlatformBodies.TooMany)
            : Instead("too many requests", 429, Html, PlatformBodies.TooMany, ("Retry-After", retryAfter));
}
