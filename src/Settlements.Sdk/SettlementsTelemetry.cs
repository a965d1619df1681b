namespace Settlements;

/// <summary>The names under which this library reports what it does: give them to OpenTelemetry's <c>AddSource</c> and <c>AddMeter</c>.</summary>
/// <remarks>No value ever holds a key, a password, a session or a query string.</remarks>
public static class SettlementsTelemetry
{
    /// <summary>Name of the one <see cref="System.Diagnostics.ActivitySource"/>: <c>Settlements.Sdk</c>.</summary>
    public const string SourceName = "Settlements.Sdk";

    /// <summary>Name of the one <see cref="System.Diagnostics.Metrics.Meter"/>: <c>Settlements.Sdk</c>.</summary>
    public const string MeterName = "Settlements.Sdk";

    /// <summary>Histogram, seconds: a call of a client from its beginning to its result, waiting and repetitions included.</summary>
    public const string ClientDuration = "settlements.client.duration";

    /// <summary>Counter: requests that a client sent again.</summary>
    public const string ClientRetries = "settlements.client.retries";

    /// <summary>Histogram, seconds: how long a request waited for its turn under the cap of requests at one time.</summary>
    public const string ClientQueueWait = "settlements.client.queue.wait";

    /// <summary>Counter: times a circuit breaker opened.</summary>
    public const string ClientBreakerOpened = "settlements.client.breaker.opened";

    /// <summary>Counter: readings that <c>BalanceReader</c> gave, by <see cref="BalanceOriginTag"/>.</summary>
    public const string BalanceReads = "settlements.balance.reads";

    /// <summary>
    /// Counter: times that a balance could not be kept, or what was kept could not be read, and the reading went on without, by <see cref="BalanceKeeperTag"/> and
    /// <see cref="OperationTag"/>.
    /// </summary>
    public const string BalanceKeeperFailures = "settlements.balance.keeper.failures";

    /// <summary>Tag: where a reading's figures come from: <c>live</c>, <c>cache</c> or <c>snapshot</c>.</summary>
    public const string BalanceOriginTag = "settlements.balance.origin";

    /// <summary>Tag: who keeps balances, <c>distributed</c> (the distributed cache) or <c>store</c> (of snapshots).</summary>
    public const string BalanceKeeperTag = "settlements.balance.keeper";

    /// <summary>Tag: which client, <c>onec</c> or <c>billmanager</c>.</summary>
    public const string ClientTag = "settlements.client";

    /// <summary>Tag: the name under which the host registered the client; empty for the unnamed one.</summary>
    public const string NameTag = "settlements.client.name";

    /// <summary>Tag: <c>ok</c>, <c>cancelled</c>, or the kind of the error in camel case (<c>notAuthenticated</c>, <c>timeout</c> ...).</summary>
    public const string OutcomeTag = "settlements.outcome";

    /// <summary>Tag: the operation, such as <c>balance</c>.</summary>
    public const string OperationTag = "settlements.operation";

    /// <summary>Tag of an activity: how often its request was sent again.</summary>
    public const string RetriesTag = "settlements.retries";
}
