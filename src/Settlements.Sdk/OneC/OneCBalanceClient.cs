using System.Net;
using Microsoft.Extensions.Logging;
using NodaTime;
using Settlements.Balances;
using Settlements.Http;

namespace Settlements.OneC;

/// <summary>Asks the balance service of one 1C publication, live, over HTTP.</summary>
/// <remarks>
/// Registered by <c>AddSettlements().AddOneC(...)</c> as a singleton; safe for many callers at one time. Requests above <c>Resilience.MaxConcurrentRequests</c> wait, and above
/// <c>MaxQueuedRequests</c> fail at once. The contract of the service stands in <c>docs/onec-balance-service.md</c>.
/// </remarks>
public sealed class OneCBalanceClient : IBalanceSource
{
    private readonly Func<HttpClient> _http;
    private readonly OneCRequests _requests;
    private readonly ReadingRules _rules;
    private readonly AuthenticationGuard _guard;
    private readonly SecretRedactor _redactor;
    private readonly ClientTelemetry _telemetry;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;

    internal OneCBalanceClient(
        Func<HttpClient> http,
        OneCOptions options,
        AuthenticationGuard guard,
        ClientTelemetry telemetry,
        TimeProvider timeProvider,
        ILogger logger
    )
    {
        _http = http;
        _requests = new OneCRequests(options);
        _rules = new ReadingRules(options);
        _redactor = new SecretRedactor([
            options.Key,
            options.Password,
            options.BearerToken,
            options.AuthenticationHeaderValue,
            $"{options.User}:{options.Password}",
        ]);
        _guard = guard;
        _telemetry = telemetry;
        _timeProvider = timeProvider;
        _logger = logger;
    }

    /// <summary>Asks 1C now.</summary>
    /// <param name="counterparty">Whose balance.</param>
    /// <param name="cancellationToken">Cancels the request; that is <see cref="OperationCanceledException"/>.</param>
    /// <returns>The balance; what the answer did not state is null in it, and remarks on how values were read stand in its notes.</returns>
    /// <exception cref="OneCException">1C gave no usable balance; the kind stands in <see cref="SettlementsException.Error"/>.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="counterparty"/> was never assigned.</exception>
    public Task<CounterpartyBalance> GetBalanceAsync(CounterpartyId counterparty, CancellationToken cancellationToken) =>
        GetBalanceAsync(counterparty, look: null, cancellationToken);

    /// <param name="counterparty">Whose balance.</param>
    /// <param name="look">Sees the answer, whatever it is, before it is read; its body is gone afterwards.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    internal async Task<CounterpartyBalance> GetBalanceAsync(
        CounterpartyId counterparty,
        Action<HttpResponseMessage>? look,
        CancellationToken cancellationToken
    )
    {
        using var request = _requests.Balance(counterparty);
        using var call = _telemetry.Begin("balance");
        try
        {
            var balance = await AskAsync(request, counterparty, look, cancellationToken).ConfigureAwait(false);
            call.Succeeded();
            return balance;
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

    private async Task<CounterpartyBalance> AskAsync(
        HttpRequestMessage request,
        CounterpartyId counterparty,
        Action<HttpResponseMessage>? look,
        CancellationToken cancellationToken
    )
    {
        var readAt = Instant.FromDateTimeOffset(_timeProvider.GetUtcNow());
        using var http = _http();
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        look?.Invoke(response);
        var balance = Read(response, counterparty, readAt);
        if (balance.Notes is [var first, ..])
            _logger.ReadWithRemarks(counterparty, balance.Notes.Count, first.Field, first.Message);
        return balance;
    }

    private CounterpartyBalance Read(HttpResponseMessage response, CounterpartyId counterparty, Instant readAt)
    {
        var body = default(BodyText);
        try
        {
            body = BodyText.Of(((BufferedContent)response.Content).Bytes, ContentType(response));
            if (!response.IsSuccessStatusCode)
                throw Explained(response, body) ?? throw new InvalidOperationException("A status that is no success has a meaning.");

            var draft = BalanceJsonReader.Read(body.Utf8.Span, _rules);
            if (draft.SaysFailure)
                throw Explained(response, body) ?? Unreadable(response, "The service reports an error without saying which.");
            return Checked(draft, counterparty, readAt, body);
        }
        catch (UnreadableAnswerException unreadable)
        {
            throw Explained(response, body) ?? Unreadable(response, Problem(unreadable, body), unreadable.Error);
        }
    }

    private static CounterpartyBalance Checked(BalanceDraft draft, CounterpartyId counterparty, Instant readAt, BodyText body)
    {
        if (draft.Counterparty is { } stated && stated != counterparty.Value)
            throw new UnreadableAnswerException(
                stated == Guid.Empty
                    ? $"The answer is for no counterparty (an empty GUID); asked was {counterparty}."
                    : $"The answer is for the counterparty {stated}; asked was {counterparty}."
            );
        if (!draft.HasFigures)
            throw new UnreadableAnswerException("The answer holds none of the keys that a balance has: look at Fields.");
        if (body.Remark is { } remark)
            draft.Notes.Add("", remark);
        return draft.ToBalance(counterparty, readAt);
    }

    private OneCException? Explained(HttpResponseMessage response, BodyText body)
    {
        var explained = OneCFailures.Explain(response.StatusCode, ErrorBody.Of(body.Utf8), _redactor);
        if (explained is { Error: SettlementsError.NotAuthenticated } && response.StatusCode != HttpStatusCode.Unauthorized)
            _guard.Refused();
        return explained;
    }

    // What is no JSON at all is better described as what it is.
    private string Problem(UnreadableAnswerException unreadable, BodyText body) =>
        ErrorBody.Of(body.Utf8) is { Kind: ErrorBodyKind.Empty or ErrorBodyKind.Page or ErrorBodyKind.Text } other
            ? OneCFailures.Describe(other, _redactor)
            : _redactor.Redact(unreadable.Message);

    private static OneCException Unreadable(
        HttpResponseMessage response,
        string problem,
        SettlementsError error = SettlementsError.InvalidResponse
    ) => new(error, problem, isTransient: false, response.StatusCode);

    private static string? ContentType(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : null;
}
