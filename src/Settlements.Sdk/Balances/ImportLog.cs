using Microsoft.Extensions.Logging;
using NodaTime;

namespace Settlements.Balances;

/// <summary>What imports and synchronisations write to the log: counts and reasons, no figures of customers.</summary>
internal static partial class ImportLog
{
    internal static void Ended(ILogger logger, BalanceImportReport report)
    {
        if (report is { Refusal: { } refusal, Reason: { } reason })
            Refused(logger, report.AsOf, refusal, reason);
        else if (report.Changes is { } changes)
            Committed(
                logger,
                report.AsOf,
                changes.Added,
                changes.Changed,
                changes.Unchanged,
                changes.Cleared,
                report.Rejected,
                report.Remarked
            );
        if (report is { IsCommitted: true, IsClearingHeldBack: true })
            HeldBack(logger, report.AsOf);
    }

    internal static void Synchronised(ILogger logger, BalanceSyncReport report)
    {
        Pulled(logger, report.Saved, report.Asked, report.Elapsed, report.Newer, report.Failed);
        if (report.StoppedBy is { } failure)
            Stopped(logger, failure.Message);
    }

    [LoggerMessage(
        301,
        LogLevel.Information,
        "Imported balances of {AsOf}: {Added} added, {Changed} changed, {Unchanged} unchanged, {Cleared} cleared, {Rejected} rows rejected, {Remarked} with remarks"
    )]
    private static partial void Committed(
        ILogger logger,
        Instant asOf,
        long added,
        long changed,
        long unchanged,
        long cleared,
        long rejected,
        long remarked
    );

    [LoggerMessage(302, LogLevel.Error, "Refused to import balances of {AsOf} ({Refusal}): {Reason}")]
    private static partial void Refused(ILogger logger, Instant asOf, BalanceImportRefusal refusal, string reason);

    [LoggerMessage(
        303,
        LogLevel.Warning,
        "The import of {AsOf} cleared nobody: a row was rejected whose counterparty cannot be read, so whoever is missing may be there"
    )]
    private static partial void HeldBack(ILogger logger, Instant asOf);

    [LoggerMessage(
        304,
        LogLevel.Information,
        "Synchronised {Saved} of {Asked} balances in {Elapsed}: {Newer} were newer in the store, {Failed} failed"
    )]
    private static partial void Pulled(ILogger logger, long saved, long asked, Duration elapsed, long newer, long failed);

    [LoggerMessage(305, LogLevel.Warning, "The synchronisation of balances stopped early: {Reason}")]
    private static partial void Stopped(ILogger logger, string reason);
}
