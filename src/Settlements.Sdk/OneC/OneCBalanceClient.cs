using Microsoft.Extensions.Logging;
using NodaTime;
using Settlements.Balances;

namespace Settlements.OneC;

/// <summary>Asks the balance service of one 1C publication, live, over HTTP.</summary>
/// <remarks>
/// Registered by <c>AddSettlements().AddOneC(...)</c> as a singleton; safe for many callers at one time. Requests above <c>Resilience.MaxConcurrentRequests</c> wait, and above
/// <c>MaxQueuedRequests</c> fail at once. The contract of the service stands in <c>docs/onec-balance-service.md</c>.
/// </remarks>
public sealed class OneCBalanceClient : IBalanceSource
{
    private readonly OneCExchange _exchange;
    private readonly OneCRequests _requests;
    private readonly ReadingRules _rules;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;

    internal OneCBalanceClient(OneCExchange exchange, OneCOptions options, TimeProvider timeProvider, ILogger logger)
    {
        _exchange = exchange;
        _requests = new OneCRequests(options);
        _rules = new ReadingRules(options);
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
        var readAt = Instant.FromDateTimeOffset(_timeProvider.GetUtcNow());
        var balance = await _exchange
            .AskAsync("balance", request, body => Read(body, counterparty, readAt), personal: null, cancellationToken, look)
            .ConfigureAwait(false);
        if (balance.Notes is [var first, ..])
            _logger.ReadWithRemarks(counterparty, balance.Notes.Count, first.Field, first.Message);
        return balance;
    }

    private CounterpartyBalance Read(BodyText body, CounterpartyId counterparty, Instant readAt)
    {
        var draft = BalanceJsonReader.Read(body.Utf8.Span, _rules);
        if (draft.SaysFailure)
            throw new UnreadableAnswerException("The service reports an error without saying which.");
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
}
