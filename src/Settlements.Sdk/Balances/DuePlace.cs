using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Settlements.Balances;

/// <summary>Where an open document stands among those of all counterparties: by due date, counterparty, and a key of all that it says.</summary>
/// <remarks>Its place in the counterparty's own list would move when another document is paid.</remarks>
/// <param name="Due">Its due date.</param>
/// <param name="Counterparty">Whose it is.</param>
/// <param name="Key">Made of what it says.</param>
internal sealed record DuePlace(LocalDate Due, Guid Counterparty, string Key)
{
    private const char Separator = '\u001F';

    internal static DuePlace Of(CounterpartyId counterparty, OpenDocument document, LocalDate due)
    {
        var text = string.Join(
            Separator,
            Text(document.Id),
            Text(document.Number),
            document.Date is { } date ? LocalDatePattern.Iso.Format(date) : "",
            Text(document.Amount),
            Text(document.Outstanding),
            Text(document.OrderId)
        );
        return new DuePlace(due, counterparty.Value, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>Reads a place and how many documents of this very place were given.</summary>
    /// <exception cref="FormatException">The text is no position.</exception>
    internal static (DuePlace Place, int Given) Parse(string text) =>
        text.Split('/') is [var day, var owner, var key, var given]
        && LocalDatePattern.Iso.Parse(day) is { Success: true, Value: { Year: > 0 } due }
        && Guid.TryParseExact(owner, "D", out var counterparty)
        && int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? (new DuePlace(due, counterparty, key), count)
            : throw new FormatException($"'{text}' is no position among the due documents: give the Next of the page before.");

    /// <summary>By day, counterparty, key.</summary>
    internal static int Compare(DuePlace one, DuePlace other)
    {
        var order = one.Due.CompareTo(other.Due);
        if (order == 0)
            order = one.Counterparty.CompareTo(other.Counterparty);
        return order != 0 ? order : string.CompareOrdinal(one.Key, other.Key);
    }

    internal string After(int given) =>
        string.Create(CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(Due)}/{Counterparty:D}/{Key}/{given}");

    // Not stated and empty are two things.
    private static string Text(string? value) => value is null ? "" : "=" + value;

    // 10.50 is 10.5.
    private static string Text(Money? value) =>
        value is { } money ? money.Amount.ToString("G29", CultureInfo.InvariantCulture) + money.Currency.Code : "";
}
