using NodaTime;
using Settlements.Terms;

namespace Settlements.Reminders;

/// <summary>Which steps of a plan a due date has reached by a day: the same for every receivable that is due then.</summary>
internal sealed class ReachedSteps
{
    private readonly IReadOnlyList<ReminderStep> _byDay;

    private ReachedSteps(IReadOnlyList<ReminderStep> byDay) => _byDay = byDay;

    /// <summary>The latest step reached; null when none is.</summary>
    internal ReminderStep? Latest => _byDay.Count == 0 ? null : _byDay[^1];

    /// <summary>The steps reached before the latest, by day.</summary>
    internal IEnumerable<ReminderStep> Earlier => _byDay.Take(_byDay.Count - 1);

    /// <exception cref="PaymentTermsException">The plan's calendar lacks a year that is needed.</exception>
    internal static ReachedSteps Of(ReminderPlan plan, LocalDate due, LocalDate today)
    {
        var daysSinceDue = Period.DaysBetween(due, today);
        var reached = new List<(int Day, ReminderStep Step)>(plan.Steps.Count);
        foreach (var step in plan.Steps)
        {
            if (DayOf(step, plan, due, daysSinceDue) is { } day && day <= daysSinceDue)
                reached.Add((day, step));
        }
        return new ReachedSteps([.. reached.OrderBy(pair => pair.Day).Select(pair => pair.Step)]);
    }

    internal bool Contains(ReminderStep step) => _byDay.Contains(step);

    /// <summary>The day of a step, counted from the due date; null when it is later than today for certain.</summary>
    private static int? DayOf(ReminderStep step, ReminderPlan plan, LocalDate due, int daysSinceDue)
    {
        var grace = step.IsOverdueStep ? plan.GraceDays : 0;
        var atLeast = grace + step.OffsetDays;
        if (step.Unit == ReminderUnit.CalendarDays || step.OffsetDays == 0)
            return atLeast;
        // A working day takes a day at least: what is far off needs no calendar yet.
        if (step.OffsetDays > 0 && atLeast > daysSinceDue)
            return null;

        var day = WorkingDays.Add(due.PlusDays(grace), step.OffsetDays, plan.Calendar!, out var problem);
        return day is { } found ? Period.DaysBetween(due, found) : throw problem!.ToException();
    }
}
