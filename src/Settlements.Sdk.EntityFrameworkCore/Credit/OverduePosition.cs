using NodaTime;
using NodaTime.Text;

namespace Settlements.EntityFrameworkCore.Credit;

/// <summary>Where a page of the register ended.</summary>
/// <param name="Due">The last entry's due date.</param>
/// <param name="Receivable">Its place among those of one day.</param>
internal sealed record OverduePosition(LocalDate Due, string Receivable)
{
    public static OverduePosition Of(OverdueRow row) => new(row.Due, row.Receivable);

    /// <exception cref="FormatException">The text is no position.</exception>
    public static OverduePosition Parse(string text) =>
        text.Split('/', 2) is [var day, var receivable] && LocalDatePattern.Iso.Parse(day) is { Success: true, Value: { Year: > 0 } due }
            ? new OverduePosition(due, receivable)
            : throw new FormatException($"'{text}' is no position of this register: give the Next of the page before.");

    public override string ToString() => $"{LocalDatePattern.Iso.Format(Due)}/{Receivable}";
}
