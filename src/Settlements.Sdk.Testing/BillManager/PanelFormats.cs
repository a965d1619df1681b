using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Settlements.Testing.BillManager;

/// <summary>Values as the panel writes them.</summary>
internal static class PanelFormats
{
    private static readonly LocalDateTimePattern Times = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    internal static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);

    internal static string Id(long? id) => id is { } known ? Id(known) : "";

    internal static string Number(decimal value) => value.ToString("F2", CultureInfo.InvariantCulture);

    internal static string Amount(decimal value, PanelCurrency currency) =>
        Number(value) + " " + (currency.Symbol.Length > 0 ? currency.Symbol : currency.Iso);

    internal static string Date(LocalDate? date) => date is { } known ? LocalDatePattern.Iso.Format(known) : "";

    internal static string Time(LocalDateTime? time) => time is { } known ? Times.Format(known) : "";

    internal static string LongDate(LocalDate date) => date.ToString("d MMMM uuuu 'г.'", Russian);

    internal static string ShortDate(LocalDate date) => date.ToString("d MMM uuuu 'г.'", Russian);

    internal static string Switch(bool value) => value ? "on" : "off";

    internal static LocalDate? ReadDate(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true } date ? date.Value : null;

    internal static LocalDateTime? ReadTime(string text) =>
        Times.Parse(text) is { Success: true } time ? time.Value : ReadDate(text)?.AtMidnight();

    internal static long? ReadId(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The panel's <c>check=money</c>: digits, at most ten before a dot and two after it.</summary>
    internal static decimal? ReadMoney(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && value.Scale <= 2
        && value < 10_000_000_000m
            ? value
            : null;
}
