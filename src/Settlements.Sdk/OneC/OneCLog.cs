using Microsoft.Extensions.Logging;

namespace Settlements.OneC;

internal static partial class OneCLog
{
    [LoggerMessage(
        EventId = 201,
        Level = LogLevel.Error,
        Message = "1C refused the user, the password, the key or the token; nothing is asked for {Pause}"
    )]
    internal static partial void AuthenticationRefused(this ILogger logger, TimeSpan pause);

    [LoggerMessage(EventId = 202, Level = LogLevel.Debug, Message = "1C answered HTTP {Status} to a kept session; a new one is started")]
    internal static partial void SessionLost(this ILogger logger, int status);

    [LoggerMessage(
        EventId = 203,
        Level = LogLevel.Warning,
        Message = "A session of 1C could not be ended ({Reason}); 1C ends it by itself"
    )]
    internal static partial void SessionNotFinished(this ILogger logger, string reason);

    [LoggerMessage(
        EventId = 204,
        Level = LogLevel.Warning,
        Message = "The balance of {Counterparty} was read with {Count} remarks; the first: {Field} {Remark}"
    )]
    internal static partial void ReadWithRemarks(this ILogger logger, CounterpartyId counterparty, int count, string field, string remark);

    [LoggerMessage(
        EventId = 205,
        Level = LogLevel.Warning,
        Message = "The directory of counterparties was read with {Count} remarks; the first: {Field} {Remark}"
    )]
    internal static partial void DirectoryReadWithRemarks(this ILogger logger, int count, string field, string remark);
}
