using NodaTime;

namespace Settlements.Reminders;

/// <summary>A row of the log in memory.</summary>
internal sealed record ReminderRow(ReminderLogEntry Entry, Guid? Token)
{
    internal bool IsLeased(Instant now) => Entry is { State: ReminderState.Begun, LeasedUntil: { } end } && end > now;

    internal bool IsMailOf(LocalDate day) =>
        Entry is { Action: ReminderActionKind.MailCustomer, State: ReminderState.Begun or ReminderState.Done } && Entry.On == day;

    internal ReminderRow Ended(ReminderState state) => new(Entry with { State = state, LeasedUntil = null }, Token: null);
}
