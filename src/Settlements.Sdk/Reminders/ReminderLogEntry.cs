using NodaTime;

namespace Settlements.Reminders;

/// <summary>A row of the log: one action of one step for one due date of one receivable.</summary>
public sealed record ReminderLogEntry
{
    /// <summary>The step.</summary>
    public required ReminderKey Key { get; init; }

    /// <summary>The action.</summary>
    public required ReminderActionKind Action { get; init; }

    /// <summary>How far it came.</summary>
    public required ReminderState State { get; init; }

    /// <summary>The business day on which it was claimed last, or skipped.</summary>
    public required LocalDate On { get; init; }

    /// <summary>How often it was tried in vain.</summary>
    public int Attempts { get; init; }

    /// <summary>Why the last attempt failed; null when none did, or when its process died.</summary>
    public string? LastError { get; init; }

    /// <summary>Not to be tried before this moment; null for at once.</summary>
    public Instant? NextAttempt { get; init; }

    /// <summary>Until when nobody else can claim it; null unless it is <see cref="ReminderState.Begun"/>.</summary>
    public Instant? LeasedUntil { get; init; }
}
