using System.Net;
using Settlements.Http;

namespace Settlements.OneC;

/// <summary>One question to a publication and its answer: sent, measured, and made a <see cref="OneCException"/> when it is none.</summary>
internal sealed class OneCExchange
{
    private readonly Func<HttpClient> _http;
    private readonly AuthenticationGuard _guard;
    private readonly ClientTelemetry _telemetry;
    private readonly string?[] _secrets;
    private readonly SecretRedactor _redactor;

    internal OneCExchange(Func<HttpClient> http, OneCOptions options, AuthenticationGuard guard, ClientTelemetry telemetry)
    {
        _http = http;
        _guard = guard;
        _telemetry = telemetry;
        _secrets =
        [
            options.Key,
            options.Password,
            options.BearerToken,
            options.AuthenticationHeaderValue,
            $"{options.User}:{options.Password}",
        ];
        _redactor = new SecretRedactor(_secrets);
    }

    /// <summary>Sends a request and reads its answer.</summary>
    /// <param name="operation">Its name in telemetry.</param>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads a successful answer; throws <see cref="UnreadableAnswerException"/> for one that is none.</param>
    /// <param name="personal">What the request tells of a person, which the service's words must not bring into a message; null for nothing.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="look">Sees the answer, whatever it is, before it is read; its body is gone afterwards.</param>
    internal async Task<T> AskAsync<T>(
        string operation,
        HttpRequestMessage request,
        Func<BodyText, T> read,
        IEnumerable<string?>? personal,
        CancellationToken cancellationToken,
        Action<HttpResponseMessage>? look = null
    )
    {
        using var call = _telemetry.Begin(operation);
        try
        {
            var redactor = personal is null ? _redactor : new SecretRedactor([.. _secrets, .. personal]);
            using var http = _http();
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            look?.Invoke(response);
            var answer = Read(response, read, redactor);
            call.Succeeded();
            return answer;
        }
        catch (OneCException exception)
        {
            call.Failed(exception.Error);
            throw;
        }
        catch (Exception exception) when (TransportFailure.Of(exception) is { } failure)
        {
            call.Failed(failure.Error);
            throw new OneCException(failure.Error, failure.Message, failure.IsTransient, innerException: exception);
        }
    }

    private T Read<T>(HttpResponseMessage response, Func<BodyText, T> read, SecretRedactor redactor)
    {
        var body = default(BodyText);
        try
        {
            body = BodyText.Of(((BufferedContent)response.Content).Bytes, ContentType(response));
            return response.IsSuccessStatusCode
                ? read(body)
                : throw Explained(response, body, redactor)
                    ?? throw new InvalidOperationException("A status that is no success has a meaning.");
        }
        catch (UnreadableAnswerException unreadable)
        {
            throw Explained(response, body, redactor)
                ?? new OneCException(unreadable.Error, Problem(unreadable, body, redactor), isTransient: false, response.StatusCode);
        }
    }

    private OneCException? Explained(HttpResponseMessage response, BodyText body, SecretRedactor redactor)
    {
        var explained = OneCFailures.Explain(response.StatusCode, ErrorBody.Of(body.Utf8), redactor);
        if (explained is { Error: SettlementsError.NotAuthenticated } && response.StatusCode != HttpStatusCode.Unauthorized)
            _guard.Refused();
        return explained;
    }

    // What is no JSON at all is better described as what it is.
    private static string Problem(UnreadableAnswerException unreadable, BodyText body, SecretRedactor redactor) =>
        ErrorBody.Of(body.Utf8) is { Kind: ErrorBodyKind.Empty or ErrorBodyKind.Page or ErrorBodyKind.Text } other
            ? OneCFailures.Describe(other, redactor)
            : redactor.Redact(unreadable.Message);

    private static string? ContentType(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : null;
}
