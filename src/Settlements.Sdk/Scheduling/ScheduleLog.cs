using Microsoft.Extensions.Logging;

namespace Settlements.Scheduling;

/// <summary>What scheduled runs write to the log.</summary>
internal static partial class ScheduleLog
{
    [LoggerMessage(106, LogLevel.Error, "A scheduled run of {Work} failed")]
    internal static partial void RunFailed(ILogger logger, Exception exception, string work);
}
