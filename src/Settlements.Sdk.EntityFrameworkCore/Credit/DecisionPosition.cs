using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Settlements.EntityFrameworkCore.Credit;

/// <summary>Where a page of the decision log ended.</summary>
/// <param name="DecidedAt">The last entry's moment.</param>
/// <param name="Id">Its place among those of one moment.</param>
internal sealed record DecisionPosition(Instant DecidedAt, long Id)
{
    public static DecisionPosition Of(DecisionRow row) => new(row.DecidedAt, row.Id);

    /// <exception cref="FormatException">The text is no position.</exception>
    public static DecisionPosition Parse(string text) =>
        text.Split('/') is [var moment, var id]
        && InstantPattern.ExtendedIso.Parse(moment) is { Success: true } at
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? new DecisionPosition(at.Value, place)
            : throw new FormatException($"'{text}' is no position of the decision log: give the Next of a page as it came.");

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{InstantPattern.ExtendedIso.Format(DecidedAt)}/{Id}");
}
