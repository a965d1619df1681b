using NodaTime;

namespace Settlements.Reminders;

/// <summary>Decides who is reminded of what today.</summary>
/// <remarks>
/// <para>
/// For each receivable that is open, the step of today is the latest one reached (due date + offset is today or earlier) that was not carried out
/// for this due date. Earlier ones that were not carried out are skipped. A step earlier than one already carried out never comes. A moved due date
/// starts anew.
/// </para>
/// <para>A receivable has one mail a day at most, counted by its identifier over all its due dates.</para>
/// <para>
/// Paid, cancelled and zero means silence. A flagged counterparty without an open receivable past due has its flag lifted; due today is not past due.
/// </para>
/// </remarks>
public static class ReminderPlanner
{
    /// <summary>Plans one business day.</summary>
    /// <param name="today">The business day.</param>
    /// <param name="receivables">All that may still be open; what is left out here counts as paid.</param>
    /// <param name="sent">What was carried out before, at least for these receivables.</param>
    /// <param name="flagged">Counterparties whose credit flag is set.</param>
    /// <param name="plan">The plan; null is <see cref="ReminderPlan.Default"/>.</param>
    /// <exception cref="ArgumentException">One receivable stands twice with one due date, so that its reminders could not be told apart.</exception>
    public static ReminderPlanResult Plan(
        LocalDate today,
        IReadOnlyCollection<Receivable> receivables,
        IReadOnlyCollection<SentReminder> sent,
        IReadOnlyCollection<string> flagged,
        ReminderPlan? plan = null
    )
    {
        ArgumentNullException.ThrowIfNull(receivables);
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(flagged);

        var day = new ReminderDay(today, plan ?? ReminderPlan.Default, sent);
        foreach (var receivable in receivables)
            day.Add(receivable);
        foreach (var counterparty in flagged)
            day.LiftUnlessPastDue(counterparty);
        return day.Result();
    }
}
