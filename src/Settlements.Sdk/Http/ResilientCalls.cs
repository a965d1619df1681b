using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Settlements.Http;

/// <summary>The time-outs, repetition, cap and breaker of one named client; a singleton, so that the breaker survives the rotation of handlers.</summary>
internal sealed class ResilientCalls : IDisposable
{
    private static readonly ResiliencePropertyKey<Call> CallKey = new("Settlements.Call");

    private readonly TimeProvider _timeProvider;
    private readonly ResilienceOptions _options;
    private readonly ClientTelemetry _telemetry;
    private readonly ILogger _logger;
    private readonly ConcurrencyGate _gate;
    private readonly ResiliencePipeline<HttpResponseMessage> _whole;
    private readonly ResiliencePipeline<HttpResponseMessage> _attempt;

    /// <param name="options">Checked options.</param>
    /// <param name="timeProvider">Runs every wait.</param>
    /// <param name="telemetry">Of the client.</param>
    /// <param name="logger">Of the client.</param>
    /// <param name="mostAtOneTime">Lowers the cap of the options where the client knows a lower one.</param>
    internal ResilientCalls(
        ResilienceOptions options,
        TimeProvider timeProvider,
        ClientTelemetry telemetry,
        ILogger logger,
        int mostAtOneTime = int.MaxValue
    )
    {
        _options = options;
        _timeProvider = timeProvider;
        _telemetry = telemetry;
        _logger = logger;
        _gate = new ConcurrencyGate(Math.Min(options.MaxConcurrentRequests, mostAtOneTime), options.MaxQueuedRequests);

        var whole = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = timeProvider };
        whole.AddTimeout(options.TotalTimeout);
        if (options.MaxRetries > 0)
            whole.AddRetry(Repetition());
        _whole = whole.Build();
        _attempt = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = timeProvider }
            .AddCircuitBreaker(Breaker())
            .AddTimeout(options.AttemptTimeout)
            .Build();
    }

    /// <summary>Sends a request through everything.</summary>
    internal async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken
    )
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(CallKey, new Call(request, _timeProvider.GetTimestamp()));
            return await _whole
                .ExecuteAsync(
                    static (context, state) => state.Self.AttemptAsync(state.Request, state.Send, context.CancellationToken),
                    context,
                    new State(this, request, send)
                )
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public void Dispose() => _gate.Dispose();

    private async ValueTask<HttpResponseMessage> AttemptAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken
    )
    {
        var queued = _timeProvider.GetTimestamp();
        using var slot = await _gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        _telemetry.QueueWaited(_timeProvider.GetElapsedTime(queued));
        return await _attempt
            .ExecuteAsync(
                static (state, token) => new ValueTask<HttpResponseMessage>(state.Send(state.Request, token)),
                new State(this, request, send),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private RetryStrategyOptions<HttpResponseMessage> Repetition() =>
        new()
        {
            MaxRetryAttempts = _options.MaxRetries,
            Delay = _options.RetryDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = args => ValueTask.FromResult(MayRepeat(args)),
            DelayGenerator = args => ValueTask.FromResult(RetryAfter.Of(args.Outcome.Result, _timeProvider)),
            OnRetry = args =>
            {
                _telemetry.Retried();
                if (_logger.IsEnabled(LogLevel.Information))
                    _logger.Repeating(_telemetry.Client, args.AttemptNumber + 1, args.RetryDelay, Reason(args.Outcome));
                return ValueTask.CompletedTask;
            },
        };

    private bool MayRepeat(RetryPredicateArguments<HttpResponseMessage> args)
    {
        var call = args.Context.Properties.GetValue(CallKey, default);
        if (!call.Request.IsRepeatable() || !TransientFailures.Includes(args.Outcome))
            return false;
        // An answer that asks for a longer pause than there is time for is more use to the caller than a time-out.
        var left = _options.TotalTimeout - _timeProvider.GetElapsedTime(call.Begun);
        return (RetryAfter.Of(args.Outcome.Result, _timeProvider) ?? TimeSpan.Zero) < left;
    }

    private CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker() =>
        new()
        {
            MinimumThroughput = _options.BreakerMinimumThroughput,
            FailureRatio = _options.BreakerFailureRatio,
            SamplingDuration = _options.BreakerWindow,
            BreakDuration = _options.BreakerPause,
            ShouldHandle = args => ValueTask.FromResult(TransientFailures.Includes(args.Outcome)),
            OnOpened = args =>
            {
                _telemetry.BreakerOpened();
                if (_logger.IsEnabled(LogLevel.Warning))
                    _logger.BreakerOpened(_telemetry.Client, args.BreakDuration, Reason(args.Outcome));
                return ValueTask.CompletedTask;
            },
            OnClosed = _ =>
            {
                _logger.BreakerClosed(_telemetry.Client);
                return ValueTask.CompletedTask;
            },
        };

    private static string Reason(Outcome<HttpResponseMessage> outcome) =>
        outcome switch
        {
            { Result: { } response } => FormattableString.Invariant($"HTTP {(int)response.StatusCode}"),
            { Exception: TimeoutRejectedException } => "no answer in time",
            { Exception: { } exception } => exception.GetType().Name,
            _ => "",
        };

    private readonly record struct Call(HttpRequestMessage Request, long Begun);

    private readonly record struct State(
        ResilientCalls Self,
        HttpRequestMessage Request,
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Send
    );
}
