using Microsoft.Extensions.Logging;
using NodaTime;

namespace Settlements.Balances;

/// <summary>What the reading of balances writes to the log.</summary>
internal static partial class BalanceLog
{
    [LoggerMessage(
        EventId = 501,
        Level = LogLevel.Warning,
        Message = "Balances: {Keeper} failed at {Operation} ({Reason}) and is passed by for {Pause}"
    )]
    internal static partial void KeeperFailed(
        this ILogger logger,
        Exception? exception,
        string keeper,
        string operation,
        string reason,
        Duration pause
    );

    [LoggerMessage(
        EventId = 502,
        Level = LogLevel.Warning,
        Message = "Balances: what the distributed cache holds for {Counterparty} cannot be used and counts as nothing: {Reason}"
    )]
    internal static partial void PayloadUnusable(this ILogger logger, CounterpartyId counterparty, string reason);

    [LoggerMessage(
        EventId = 503,
        Level = LogLevel.Warning,
        Message = "Balances: the source gave no balance of {Counterparty} ({Error}); the snapshot of {ReadAt} is shown"
    )]
    internal static partial void SnapshotShown(this ILogger logger, CounterpartyId counterparty, SettlementsError error, Instant readAt);
}
