using NodaTime;
using Settlements.Reminders;

namespace Settlements.EntityFrameworkCore.Reminders;

/// <summary>An action of a step for one due date of a receivable.</summary>
internal sealed class ReminderLogRow
{
    public required string Receivable { get; init; }
    public required LocalDate Due { get; init; }
    public required string Step { get; init; }
    public required ReminderActionKind Action { get; init; }
    public ReminderState State { get; set; }
    public LocalDate On { get; set; }
    public int Attempts { get; set; }
    public string? LastError { get; set; }
    public Instant? NextAttempt { get; set; }
    public Instant? LeasedUntil { get; set; }

    /// <summary>The current claim's; null when there is none. A change is written only over the token that it was made on.</summary>
    public Guid? Token { get; set; }

    /// <summary>A row that nothing has happened to yet: failed in name only, so that nothing counts as cut off.</summary>
    public static ReminderLogRow New(ReminderKey key, ReminderActionKind action) =>
        new()
        {
            Receivable = key.Receivable,
            Due = key.Due,
            Step = key.Step,
            Action = action,
            State = ReminderState.Failed,
        };

    public bool Is(ReminderKey key, ReminderActionKind action) => IsOf(key) && Action == action;

    public bool IsOf(ReminderKey key) => Receivable == key.Receivable && Due == key.Due && Step == key.Step;

    public bool IsMailOf(LocalDate day) =>
        Action == ReminderActionKind.MailCustomer && State is ReminderState.Begun or ReminderState.Done && On == day;

    /// <summary>Whether somebody may be carrying it out.</summary>
    public bool IsLeased(Instant now) => State == ReminderState.Begun && LeasedUntil > now;

    public ReminderClaim Begin(LocalDate today, Instant until)
    {
        // Cut off: it may have been carried out.
        if (State == ReminderState.Begun)
            Attempts++;
        var token = Guid.NewGuid();
        (State, On, LeasedUntil, Token) = (ReminderState.Begun, today, until, token);
        return new ReminderClaim
        {
            Token = token,
            Key = new ReminderKey(Receivable, Due, Step),
            Action = Action,
            LeasedUntil = until,
            Attempts = Attempts,
        };
    }

    public void Fail(string error, Instant? nextAttempt)
    {
        (Attempts, LastError, NextAttempt) = (Attempts + 1, error, nextAttempt);
        End(ReminderState.Failed);
    }

    public void Skip(LocalDate today)
    {
        On = today;
        End(ReminderState.Skipped);
    }

    public void End(ReminderState state) => (State, LeasedUntil, Token) = (state, null, null);

    public ReminderLogEntry ToEntry() =>
        new()
        {
            Key = new ReminderKey(Receivable, Due, Step),
            Action = Action,
            State = State,
            On = On,
            Attempts = Attempts,
            LastError = LastError,
            NextAttempt = NextAttempt,
            LeasedUntil = LeasedUntil,
        };
}
