using Microsoft.Extensions.Logging;

namespace Settlements.Payments;

/// <summary>What the export writes to the log: ids, states and reasons.</summary>
internal static partial class PaymentLog
{
    [LoggerMessage(101, LogLevel.Information, "Exported {Done} of {Due} payment documents in {Elapsed}, {Calls} calls to the panel")]
    internal static partial void RunEnded(ILogger logger, int done, int due, TimeSpan elapsed, long calls);

    [LoggerMessage(102, LogLevel.Warning, "The export of payments stopped early: {Reason}")]
    internal static partial void RunStopped(ILogger logger, string reason);

    [LoggerMessage(103, LogLevel.Warning, "Payment document {DocumentId} is {State} ({Kind}): {Reason}")]
    internal static partial void Held(
        ILogger logger,
        Guid documentId,
        PaymentExportState state,
        PaymentExportErrorKind kind,
        string reason
    );

    [LoggerMessage(104, LogLevel.Error, "The export of payment document {DocumentId} met an unexpected error")]
    internal static partial void Unexpected(ILogger logger, Exception exception, Guid documentId);

    [LoggerMessage(105, LogLevel.Information, "Loaded {Loaded} accounts of the panel, {Missing} newly missing, {Unclear} unclear")]
    internal static partial void AccountsLoaded(ILogger logger, int loaded, int missing, int unclear);
}
