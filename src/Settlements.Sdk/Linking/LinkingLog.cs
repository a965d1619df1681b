using Microsoft.Extensions.Logging;

namespace Settlements.Linking;

/// <summary>What linking writes to the log: identifiers and outcomes, never a tax number, a name or an address.</summary>
internal static partial class LinkingLog
{
    [LoggerMessage(401, LogLevel.Information, "User {UserId} is linked to the counterparty {Counterparty} ({Origin})")]
    internal static partial void Linked(this ILogger logger, string userId, CounterpartyId counterparty, CounterpartyLinkOrigin origin);

    [LoggerMessage(402, LogLevel.Information, "User {UserId} is not linked: {Outcome}, {Candidates} candidates")]
    internal static partial void NotLinked(this ILogger logger, string userId, LinkingOutcome outcome, int candidates);

    [LoggerMessage(
        403,
        LogLevel.Warning,
        "The directory does not know the counterparty {Counterparty} that the record of user {UserId} carries"
    )]
    internal static partial void StoredIdUnknown(this ILogger logger, string userId, CounterpartyId? counterparty);

    [LoggerMessage(404, LogLevel.Information, "{Author} took the counterparty of user {UserId} away")]
    internal static partial void Unlinked(this ILogger logger, string userId, string author);

    [LoggerMessage(405, LogLevel.Information, "{Author} gave user {UserId} back to automatic linking")]
    internal static partial void Released(this ILogger logger, string userId, string author);
}
