using System.Globalization;
using System.Net;
using Settlements.Http;

namespace Settlements.OneC;

/// <summary>What an answer means that is not the one asked for.</summary>
internal static class OneCFailures
{
    /// <summary>Explains an answer; null for a successful one that reports no error of its own.</summary>
    internal static OneCException? Explain(HttpStatusCode status, ErrorBody body, SecretRedactor redactor) =>
        Kind(status, body) is { } error ? Make(error, status, ServiceWords.Clean(body.Words, redactor)) : null;

    /// <summary>The answer with status 2xx that is not the one asked for and does not say why.</summary>
    internal static string Describe(ErrorBody body, SecretRedactor redactor)
    {
        var words = ServiceWords.Clean(body.Words, redactor);
        var what = body.Kind switch
        {
            ErrorBodyKind.Empty => "The answer is empty.",
            ErrorBodyKind.Page => "The answer is a page for a browser, perhaps a login form, where JSON must stand",
            ErrorBodyKind.Text => "The answer is text where JSON must stand",
            _ => "The answer is none of the contract",
        };
        return words.Length == 0 ? what.TrimEnd('.') + "." : $"{what}: {words}";
    }

    private static SettlementsError? Kind(HttpStatusCode status, ErrorBody body)
    {
        // Whatever else it says, a refused login must never be tried again.
        if (status == HttpStatusCode.Unauthorized)
            return SettlementsError.NotAuthenticated;
        // A handler that speaks of a licence or a login means its own business, not the platform's.
        if (body.Kind is ErrorBodyKind.HandlerException or ErrorBodyKind.ServiceError)
            return SettlementsError.Rejected;
        // A login that failed inside the platform; as 403 it is a user who is locked already.
        if (PlatformTexts.Find(body.Words) is { } known && (known != SettlementsError.NotAuthenticated || IsGeneric(status)))
            return known;
        switch (body.Kind)
        {
            case ErrorBodyKind.Error when !SaysEnough(status):
                return SettlementsError.Rejected;
            case ErrorBodyKind.PlatformException when body.Reason is { } reason and >= 400 and <= 599 && IsGeneric(status):
                return Kind((HttpStatusCode)reason);
            case ErrorBodyKind.PlatformException when IsSuccess(status):
                return SettlementsError.Unavailable;
            default:
                return IsSuccess(status) ? null : Kind(status);
        }
    }

    private static SettlementsError Kind(HttpStatusCode status) =>
        (int)status switch
        {
            401 => SettlementsError.NotAuthenticated,
            403 => SettlementsError.Forbidden,
            404 or 410 => SettlementsError.NotFound,
            406 or 429 => SettlementsError.Overloaded,
            408 or 409 or >= 500 => SettlementsError.Unavailable,
            < 400 => SettlementsError.InvalidResponse,
            _ => SettlementsError.Rejected,
        };

    private static bool IsSuccess(HttpStatusCode status) => (int)status is >= 200 and < 300;

    private static bool IsGeneric(HttpStatusCode status) => IsSuccess(status) || status == HttpStatusCode.InternalServerError;

    // These have a meaning of their own, whatever stands under "error": a gateway writes such a text too, and so does a service that knows no such counterparty.
    private static bool SaysEnough(HttpStatusCode status) => (int)status is 403 or 404 or 406 or 409 or 410 or 429 or >= 502 and <= 504;

    private static OneCException Make(SettlementsError error, HttpStatusCode status, string words)
    {
        var what = error switch
        {
            SettlementsError.NotAuthenticated => "1C refused the user, the password, the key or the token",
            SettlementsError.Forbidden =>
                "1C forbids the request: look at the user's rights, locked accounts and the web server's list of addresses",
            SettlementsError.NotFound => "1C has no such publication, service or object: look at BaseUrl and the path",
            SettlementsError.Overloaded => "1C has no room for another request now",
            SettlementsError.Unavailable => "1C cannot serve now",
            SettlementsError.Rejected => "The service refused the request",
            _ => "The answer sends elsewhere where an answer must stand: BaseUrl must be the final address",
        };
        var number = ((int)status).ToString(CultureInfo.InvariantCulture);
        var message = words.Length == 0 ? $"{what} (HTTP {number})." : $"{what} (HTTP {number}): {words}";
        return new OneCException(error, message, error is SettlementsError.Unavailable or SettlementsError.Overloaded, status);
    }
}
