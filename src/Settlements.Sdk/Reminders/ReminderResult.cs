using NodaTime;

namespace Settlements.Reminders;

/// <summary>What a run made of one action.</summary>
/// <param name="Action">The action.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record ReminderResult(ReminderAction Action, ReminderOutcome Outcome)
{
    /// <summary>Why it was not carried out, or what somebody should look at; null when there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>When it is worth trying again; null when that is not needed, or at the next run.</summary>
    public Instant? NextAttempt { get; init; }
}
