using System.Globalization;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Settlements.Http;

/// <summary>What a failure to get any answer means, in the words of <see cref="SettlementsError"/>.</summary>
internal readonly record struct TransportFailure(SettlementsError Error, string Message, bool IsTransient)
{
    /// <summary>Explains an exception of the HTTP stack or of <see cref="ResilientCalls"/>; null when it is something else.</summary>
    internal static TransportFailure? Of(Exception exception) =>
        exception switch
        {
            BrokenCircuitException open => new(SettlementsError.Unavailable, NotAsked(open), IsTransient: true),
            TimeoutRejectedException timeout => new(SettlementsError.Timeout, NoAnswer(timeout), IsTransient: true),
            QueueFullException => new(SettlementsError.Overloaded, exception.Message, IsTransient: true),
            ResponseTooLargeException => new(SettlementsError.TooLarge, exception.Message, IsTransient: false),
            InvalidDataException => new(SettlementsError.InvalidResponse, "The packed answer is damaged or cut short.", IsTransient: false),
            HttpRequestException http => Of(http.HttpRequestError),
            HttpIOException io => Of(io.HttpRequestError),
            IOException => new(SettlementsError.Unavailable, "The connection broke while the answer was being read.", IsTransient: true),
            _ => null,
        };

    private static TransportFailure Of(HttpRequestError error) =>
        error switch
        {
            HttpRequestError.NameResolutionError => new(
                SettlementsError.Unavailable,
                "The server's name has no address.",
                IsTransient: true
            ),
            HttpRequestError.ConnectionError => new(
                SettlementsError.Unavailable,
                "No connection: it was refused, or there is no way to the server.",
                IsTransient: true
            ),
            HttpRequestError.SecureConnectionError => new(
                SettlementsError.Unavailable,
                "No trusted TLS connection: look at the server's certificate.",
                IsTransient: false
            ),
            HttpRequestError.ResponseEnded => new(
                SettlementsError.Unavailable,
                "The connection ended before the answer did.",
                IsTransient: true
            ),
            HttpRequestError.InvalidResponse => new(SettlementsError.InvalidResponse, "The answer is not HTTP.", IsTransient: false),
            HttpRequestError.ConfigurationLimitExceeded => new(
                SettlementsError.TooLarge,
                "The headers of the answer are longer than allowed.",
                IsTransient: false
            ),
            _ => new(SettlementsError.Unavailable, "The connection broke.", IsTransient: true),
        };

    private static string NoAnswer(TimeoutRejectedException timeout) =>
        string.Create(CultureInfo.InvariantCulture, $"No answer within {timeout.Timeout.TotalSeconds:0.###} s.");

    private static string NotAsked(BrokenCircuitException open) =>
        open.RetryAfter is { } pause
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Not asked: the last requests failed; the next try is in {pause.TotalSeconds:0.#} s."
            )
            : "Not asked: the last requests failed.";
}
