using NodaTime;
using NodaTime.Text;

namespace Settlements.Reminders;

/// <summary>What a reminder is told apart by: the same key is never sent twice. A moved due date makes new keys.</summary>
/// <param name="Receivable">The receivable's identifier.</param>
/// <param name="Due">The due date that the reminder speaks of.</param>
/// <param name="Step">The step's name.</param>
public sealed record ReminderKey(string Receivable, LocalDate Due, string Step)
{
    /// <summary>The three parts as one text, such as <c>2026-11-24/before3/A-1</c>: date, step, receivable.</summary>
    /// <remarks>A step's name has no slash, so that no two keys make one text.</remarks>
    public override string ToString() => $"{LocalDatePattern.Iso.Format(Due)}/{Step}/{Receivable}";
}
