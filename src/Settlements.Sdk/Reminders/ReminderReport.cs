using NodaTime;
using Settlements.Credit;

namespace Settlements.Reminders;

/// <summary>What one run did.</summary>
public sealed record ReminderReport
{
    /// <summary>The business day that was planned.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>How many receivables were looked at.</summary>
    public required int Receivables { get; init; }

    /// <summary>One result for each action of today, flags that were lifted among them, in no particular order.</summary>
    public required IReadOnlyList<ReminderResult> Results { get; init; }

    /// <summary>Steps recorded as overtaken by a later one.</summary>
    public required IReadOnlyList<ReminderKey> Skipped { get; init; }

    /// <summary>Steps whose mail was left out, because their receivable has had its mail of the day.</summary>
    public required IReadOnlyList<ReminderKey> HeldBackMails { get; init; }

    /// <summary>Entries of the overdue register that were closed. Those opened are the results of <see cref="ReminderActionKind.RecordOverdue"/>.</summary>
    public required IReadOnlyList<OverdueEntry> ClosedOverdue { get; init; }

    /// <summary>What could not be decided.</summary>
    public required IReadOnlyList<ReminderProblem> Problems { get; init; }

    /// <summary>When another run is worth while on this business day: the earliest retry; null when nothing waits.</summary>
    public Instant? NextAttempt { get; init; }

    /// <summary>When the run began.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public required Duration Elapsed { get; init; }

    /// <summary>How many actions of a kind came to an end of a kind.</summary>
    /// <param name="action">The action: mails sent, tasks made, entries opened, flags set or lifted.</param>
    /// <param name="outcome">What came of them.</param>
    public int Count(ReminderActionKind action, ReminderOutcome outcome = ReminderOutcome.Done) =>
        Results.Count(result => result.Action.Kind == action && result.Outcome == outcome);
}
