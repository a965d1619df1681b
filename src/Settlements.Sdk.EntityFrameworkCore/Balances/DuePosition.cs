using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>Where a page of documents by due date ended.</summary>
/// <param name="Due">The last document's due date.</param>
/// <param name="Counterparty">Whose it is.</param>
/// <param name="Key">Its <see cref="DueDocument.Key"/>.</param>
/// <param name="Given">How many of this day, counterparty and key were given so far: a source may state the same thing twice.</param>
internal sealed record DuePosition(LocalDate Due, Guid Counterparty, string Key, int Given)
{
    /// <exception cref="FormatException">The text is no position.</exception>
    public static DuePosition Parse(string text) =>
        text.Split('/') is [var day, var owner, var key, var given]
        && LocalDatePattern.Iso.Parse(day) is { Success: true, Value: { Year: > 0 } due }
        && Guid.TryParseExact(owner, "D", out var counterparty)
        && int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new DuePosition(due, counterparty, key, count)
            : throw new FormatException($"'{text}' is no position among the due documents: give the Next of the page before.");

    public bool IsAt(DueDocument document) =>
        document.Due == Due && document.Counterparty == Counterparty && document.Key.Equals(Key, StringComparison.Ordinal);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(Due)}/{Counterparty:D}/{Key}/{Given}");
}
