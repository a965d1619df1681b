using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Settlements.OneC;

/// <summary>Dates in every form that 1C's services were seen to write.</summary>
/// <remarks>
/// Understood are <c>2024-03-04T05:06:07</c> with nothing, <c>Z</c> or an offset after it, <c>2024-03-04</c>, <c>15.01.2024 0:00:00</c>, <c>15/01/2024</c> (day first),
/// <c>20240304</c>, <c>20240304050607</c>, <c>new Date(1399713255000)</c> and <c>/Date(1399713255000)/</c>. Empty text and the first day of year one are no date.
/// </remarks>
internal static partial class DateText
{
    private const int Longest = 64;

    // A moment of this year may lie in the next one in another zone, which the calendar does not have.
    private const int LastYear = 9999;
    private const long LongestMilliseconds = 200_000_000_000_000;

    /// <summary>The day of the two forms that the platform writes by itself, without going through text; false for any other form.</summary>
    internal static bool TryParseIso(ReadOnlySpan<byte> utf8, out LocalDate day)
    {
        day = default;
        if (utf8.Length is not (10 or 19) || utf8[4] != '-' || utf8[7] != '-')
            return false;
        var year = Two(utf8, 0) * 100 + Two(utf8, 2);
        var (month, dayOfMonth) = (Two(utf8, 5), Two(utf8, 8));
        if (year < 1 || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > 28 && dayOfMonth > DateTime.DaysInMonth(year, month))
            return false;
        if (utf8.Length == 19 && !IsTime(utf8[10..]))
            return false;
        day = new LocalDate(year, month, dayOfMonth);
        return true;
    }

    /// <summary>The form of a moment that the platform writes by itself, in the wall clock of its zone.</summary>
    internal static bool TryParseIso(ReadOnlySpan<byte> utf8, out LocalDateTime local)
    {
        local = default;
        if (utf8.Length != 19 || !TryParseIso(utf8, out LocalDate day))
            return false;
        local = day.At(new LocalTime(Two(utf8, 11), Two(utf8, 14), Two(utf8, 17)));
        return true;
    }

    private static bool IsTime(ReadOnlySpan<byte> utf8) =>
        utf8[0] == 'T'
        && utf8[3] == ':'
        && utf8[6] == ':'
        && Two(utf8, 1) is >= 0 and <= 23
        && Two(utf8, 4) is >= 0 and <= 59
        && Two(utf8, 7) is >= 0 and <= 59;

    // Below zero when it is no number, and so far that the other half of a year cannot make up for it.
    private static int Two(ReadOnlySpan<byte> utf8, int at)
    {
        var (tens, ones) = ((uint)(utf8[at] - '0'), (uint)(utf8[at + 1] - '0'));
        return tens <= 9 && ones <= 9 ? (int)(tens * 10 + ones) : -1_000_000;
    }

    /// <summary>Any form.</summary>
    /// <param name="text">What the service wrote.</param>
    /// <param name="time">The default value for empty text and the empty date.</param>
    /// <param name="isAmbiguous">The date is written with slashes and would be another one with the month first.</param>
    internal static bool TryParse(string text, out SourceTime time, out bool isAmbiguous)
    {
        time = default;
        isAmbiguous = false;
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
            return true;
        if (trimmed.Length > Longest)
            return false;
        if (Epoch().Match(trimmed) is { Success: true } epoch)
            return TryEpoch(epoch.Groups["ms"].Value, out time);

        foreach (var form in (ReadOnlySpan<Regex>)[Iso(), DayFirst(), Compact()])
            if (form.Match(trimmed) is { Success: true } match)
            {
                isAmbiguous = match.Groups["dot"].Value == "/" && Number(match, "d") <= 12 && Number(match, "d") != Number(match, "m");
                return TryMatch(match, out time);
            }

        return false;
    }

    private static bool TryMatch(Match match, out SourceTime time)
    {
        time = default;
        var hasTime = match.Groups["H"].Success;
        if (
            !TryMake(
                Number(match, "y"),
                Number(match, "m"),
                Number(match, "d"),
                Number(match, "H"),
                Number(match, "M"),
                Number(match, "S"),
                out var local
            )
        )
            return false;

        // A fraction of a second never moves a balance: it is dropped.
        var offset = match.Groups["offset"].Value;
        if (offset.Length == 0)
            time = SourceTime.Of(local, !hasTime);
        else if (local.Year < LastYear && TryOffset(offset, out var east))
            time = SourceTime.Of(local.WithOffset(east).ToInstant());
        else
            return false;
        return true;
    }

    private static bool TryEpoch(string milliseconds, out SourceTime time)
    {
        time = default;
        if (!long.TryParse(milliseconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return false;
        if (Math.Abs(value) > LongestMilliseconds)
            return false;
        time = SourceTime.Of(Instant.FromUnixTimeMilliseconds(value));
        return true;
    }

    private static bool TryOffset(string text, out Offset offset)
    {
        offset = Offset.Zero;
        if (text == "Z")
            return true;
        var digits = text[1..].Replace(":", "", StringComparison.Ordinal);
        var minutes =
            int.Parse(digits.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture) * 60
            + int.Parse(digits.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture);
        if (minutes > 18 * 60)
            return false;
        offset = Offset.FromSeconds((text[0] == '-' ? -minutes : minutes) * 60);
        return true;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static bool TryMake(int year, int month, int day, int hour, int minute, int second, out LocalDateTime local)
    {
        local = default;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        if (hour > 23 || minute > 59 || second > 59)
            return false;
        local = new LocalDateTime(year, month, day, hour, minute, second);
        return true;
    }

    [GeneratedRegex(
        @"^(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})(?:[T ](?<H>[0-9]{1,2}):(?<M>[0-9]{2})(?::(?<S>[0-9]{2})(?:[.,][0-9]{1,9})?)?(?<offset>Z|[+-][0-9]{2}:?[0-9]{2})?)?$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"^(?<d>[0-9]{2})(?<dot>[./])(?<m>[0-9]{2})\k<dot>(?<y>[0-9]{4})(?: (?<H>[0-9]{1,2}):(?<M>[0-9]{2})(?::(?<S>[0-9]{2}))?)?$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex DayFirst();

    [GeneratedRegex(
        @"^(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})(?:(?<H>[0-9]{2})(?<M>[0-9]{2})(?<S>[0-9]{2}))?$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Compact();

    [GeneratedRegex(
        @"^(?:new Date\((?<ms>-?[0-9]{1,15})\)|/Date\((?<ms>-?[0-9]{1,15})(?:[+-][0-9]{4})?\)/)$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Epoch();
}
