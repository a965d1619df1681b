using Microsoft.Extensions.Logging;

namespace Settlements.Http;

internal static partial class HttpLog
{
    [LoggerMessage(EventId = 101, Level = LogLevel.Information, Message = "{Client}: repetition {Number} in {Delay} after {Reason}")]
    internal static partial void Repeating(this ILogger logger, string client, int number, TimeSpan delay, string reason);

    [LoggerMessage(
        EventId = 102,
        Level = LogLevel.Warning,
        Message = "{Client}: too many failures, nothing is asked for {Pause}; the last was {Reason}"
    )]
    internal static partial void BreakerOpened(this ILogger logger, string client, TimeSpan pause, string reason);

    [LoggerMessage(EventId = 103, Level = LogLevel.Information, Message = "{Client}: answers again")]
    internal static partial void BreakerClosed(this ILogger logger, string client);
}
