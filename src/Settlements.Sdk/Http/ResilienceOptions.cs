namespace Settlements.Http;

/// <summary>How long a client waits, how often it repeats a request, and how many requests it sends at one time.</summary>
/// <remarks>
/// A call passes these in order: the total time-out, repetition, the cap of requests at one time, the circuit breaker, the time-out of one attempt.
/// The defaults suit a checkout, where a person waits: an answer or an error within fifteen seconds.
/// </remarks>
public sealed class ResilienceOptions
{
    /// <summary>The longest time for a call as a whole: waiting for a turn, every attempt and the pauses between them.</summary>
    /// <value>From 100 milliseconds to one hour, not less than <see cref="AttemptTimeout"/>. The default is 15 seconds.</value>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest time for one attempt, from sending to the last byte of the answer.</summary>
    /// <value>From 100 milliseconds to one hour. The default is 7 seconds: more than the 5 seconds that 1C waits for a free session.</value>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(7);

    /// <summary>How many times a request that changes nothing is sent again after a broken connection, a time-out or a status of 408, 429, 502, 503, 504.</summary>
    /// <value>From 0 (never) to 10. The default is 2.</value>
    public int MaxRetries { get; set; } = 2;

    /// <summary>The pause before the first repetition; it doubles each time and varies at random. A <c>Retry-After</c> of the server goes before it.</summary>
    /// <value>From zero to one minute. The default is 200 milliseconds.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How many requests may be under way at one time.</summary>
    /// <value>From 1 to 1000. The default is 8: fewer than the 10 sessions that a 1C publication has by default.</value>
    public int MaxConcurrentRequests { get; set; } = 8;

    /// <summary>How many more requests may wait for their turn; one above that fails at once as <see cref="SettlementsError.Overloaded"/>.</summary>
    /// <value>From 0 (nobody waits) to 100 000. The default is 64.</value>
    public int MaxQueuedRequests { get; set; } = 64;

    /// <summary>How many attempts within <see cref="BreakerWindow"/> the circuit breaker needs before it may open.</summary>
    /// <value>From 2 to 1000. The default is 8: a quiet 1C never sees a hundred calls in a window.</value>
    public int BreakerMinimumThroughput { get; set; } = 8;

    /// <summary>The share of failed attempts at which the circuit breaker opens, and calls fail at once.</summary>
    /// <value>Above 0, up to 1. The default is 0.5.</value>
    public double BreakerFailureRatio { get; set; } = 0.5;

    /// <summary>The time over which the circuit breaker counts.</summary>
    /// <value>From 500 milliseconds to one hour. The default is 30 seconds.</value>
    public TimeSpan BreakerWindow { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an open circuit breaker lets nothing through before it tries one request.</summary>
    /// <value>From 500 milliseconds to one hour. The default is 10 seconds.</value>
    public TimeSpan BreakerPause { get; set; } = TimeSpan.FromSeconds(10);
}
