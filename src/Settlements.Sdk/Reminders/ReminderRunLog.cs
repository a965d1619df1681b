using Microsoft.Extensions.Logging;
using NodaTime;

namespace Settlements.Reminders;

/// <summary>What runs write to the host's log: keys, outcomes and reasons.</summary>
internal static partial class ReminderRunLog
{
    [LoggerMessage(
        501,
        LogLevel.Information,
        "Reminded for {Today}: {Done} actions done, {Failed} failed, {Waiting} waiting, {Lifted} flags lifted, {Receivables} receivables, in {Elapsed}"
    )]
    internal static partial void RunEnded(
        ILogger logger,
        LocalDate today,
        int done,
        int failed,
        int waiting,
        int lifted,
        int receivables,
        TimeSpan elapsed
    );

    [LoggerMessage(502, LogLevel.Warning, "Reminder {Key}, {Action}: attempt {Attempt} failed")]
    internal static partial void ActionFailed(ILogger logger, Exception exception, ReminderKey key, ReminderActionKind action, int attempt);

    [LoggerMessage(503, LogLevel.Warning, "Reminder {Key}, {Action}: the lease ended before the send was recorded, it may be sent twice")]
    internal static partial void LeaseLost(ILogger logger, ReminderKey key, ReminderActionKind action);

    [LoggerMessage(504, LogLevel.Warning, "Receivable {Receivable} of {Counterparty} was left alone: {Reason}")]
    internal static partial void LeftAlone(ILogger logger, string receivable, string counterparty, string reason);

    [LoggerMessage(505, LogLevel.Error, "The {What} of {Receivable} could not be looked after")]
    internal static partial void UpkeepFailed(ILogger logger, Exception exception, string what, string receivable);
}
