using Microsoft.Extensions.Logging;

namespace Settlements.BillManager;

/// <summary>What is written to the log: functions and figures, never parameters.</summary>
internal static partial class BillManagerLog
{
    [LoggerMessage(301, LogLevel.Debug, "BILLmanager answered {Function}: {Rows} rows, {Bytes} bytes")]
    internal static partial void Answered(this ILogger logger, string function, int rows, int bytes);

    [LoggerMessage(302, LogLevel.Information, "Logged in to BILLmanager {Version} as user {UserId}, level {Level}")]
    internal static partial void LoggedIn(this ILogger logger, string? version, long userId, int level);

    [LoggerMessage(303, LogLevel.Information, "BILLmanager has lost the session; the next call logs in again")]
    internal static partial void SessionLost(this ILogger logger);
}
