using Microsoft.Extensions.Logging;

namespace Settlements.BillManager;

/// <summary>What is written to the log: functions and figures, never parameters.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "BILLmanager {Function} answered in {Elapsed}: {Rows} rows, {Bytes} bytes")]
    internal static partial void Answered(ILogger logger, string function, TimeSpan elapsed, int rows, long bytes);

    [LoggerMessage(2, LogLevel.Information, "Logged in to BILLmanager {Version} as user {UserId}, level {Level}")]
    internal static partial void LoggedIn(ILogger logger, string? version, long userId, int level);

    [LoggerMessage(3, LogLevel.Information, "BILLmanager has lost the session; logging in again")]
    internal static partial void SessionLost(ILogger logger);
}
