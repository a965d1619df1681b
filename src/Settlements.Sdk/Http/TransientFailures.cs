using System.Net;
using Polly;
using Polly.Timeout;

namespace Settlements.Http;

/// <summary>Which outcomes of an attempt may be better the next time, and which speak of a server that is not well.</summary>
internal static class TransientFailures
{
    internal static bool Includes(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { } response ? Includes(response.StatusCode) : outcome.Exception is { } exception && Includes(exception);

    private static bool Includes(HttpStatusCode status) =>
        status
            is HttpStatusCode.RequestTimeout
                or HttpStatusCode.TooManyRequests
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout;

    private static bool Includes(Exception exception) =>
        exception switch
        {
            HttpRequestException http => http.HttpRequestError
                is not (
                    HttpRequestError.SecureConnectionError
                    or HttpRequestError.InvalidResponse
                    or HttpRequestError.ConfigurationLimitExceeded
                ),
            IOException or TimeoutRejectedException => true,
            _ => false,
        };
}
