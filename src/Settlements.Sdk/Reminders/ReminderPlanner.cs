using NodaTime;
using Settlements.Terms;

namespace Settlements.Reminders;

/// <summary>Decides who is reminded of what today.</summary>
/// <remarks>
/// <para>
/// For each receivable that is open, the step of today is the latest one reached (its day for this due date is today or earlier), unless it was carried out
/// or a later one was. Earlier ones that were not carried out are skipped. A moved due date starts anew.
/// </para>
/// <para>
/// A step that was carried out in part is planned again with the actions that are left, until a later step is reached. A receivable has one mail a day at most,
/// counted by its identifier over all its due dates.
/// </para>
/// <para>
/// Paid, cancelled, zero and below the plan's minimum means silence. A flagged counterparty without an open receivable past due and its grace has its flag
/// lifted; due today is not past due.
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
    /// <exception cref="InvalidOperationException">An open amount is <c>default(Money)</c>: not known, which is not zero.</exception>
    /// <exception cref="PaymentTermsException">The plan counts working days in a year that its calendar lacks.</exception>
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

        var day = new ReminderDay(today);
        day.Remember(sent);
        foreach (var receivable in receivables)
            day.Add(receivable, plan ?? ReminderPlan.Default);
        foreach (var counterparty in flagged)
            day.LiftUnlessPastDue(counterparty);
        return day.Take();
    }
}
