using NodaTime;

namespace Settlements.Reminders;

/// <summary>The right to carry out one action until the lease ends.</summary>
public sealed record ReminderClaim
{
    /// <summary>The lease's token, new at each claim: with an old one nothing can be written.</summary>
    public required Guid Token { get; init; }

    /// <summary>The step.</summary>
    public required ReminderKey Key { get; init; }

    /// <summary>The action.</summary>
    public required ReminderActionKind Action { get; init; }

    /// <summary>Until when nobody else can claim it.</summary>
    public required Instant LeasedUntil { get; init; }

    /// <summary>How often it was tried in vain before; one that a process died in is counted.</summary>
    public required int Attempts { get; init; }
}
