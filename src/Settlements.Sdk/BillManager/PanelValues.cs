using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Settlements.BillManager;

/// <summary>Values as the panel writes them: dates without a zone, switches as <c>on</c> and <c>off</c>, everything else as text.</summary>
internal static class PanelValues
{
    internal static readonly LocalDateTimePattern DateTimes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    /// <summary>The panel's way to say "none" in a column that is always shown.</summary>
    private const string Dash = "-";

    /// <summary>MySQL's date for "no date".</summary>
    private const string ZeroDate = "0000-00-00";

    /// <summary>The text without spaces around it; null when there is nothing in it.</summary>
    internal static string? Text(string? raw)
    {
        var text = raw?.Trim();
        return text is null or "" or Dash ? null : text;
    }

    internal static bool TryId(string text, out long id) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id > 0;

    internal static bool TryCode(string text, out int code) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out code);

    /// <summary>A date, with or without a time after it; true and null for MySQL's zero date.</summary>
    internal static bool TryDate(string text, out LocalDate? date)
    {
        date = null;
        if (text.StartsWith(ZeroDate, StringComparison.Ordinal))
            return true;
        if (!TryDateTime(text, out var time))
            return false;
        date = time?.Date;
        return true;
    }

    /// <summary>A date and time; a date alone is its midnight. True and null for MySQL's zero date.</summary>
    internal static bool TryDateTime(string text, out LocalDateTime? time)
    {
        time = null;
        if (text.StartsWith(ZeroDate, StringComparison.Ordinal))
            return true;
        if (DateTimes.Parse(text).TryGetValue(default, out var whole))
            time = whole;
        else if (LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day))
            time = day.AtMidnight();
        return time is not null;
    }

    /// <summary>True, false, or null for a word that is neither.</summary>
    internal static bool? Switch(string? text) =>
        text switch
        {
            "on" or "yes" or "1" or "true" => true,
            "off" or "no" or "0" or "false" => false,
            _ => null,
        };
}
