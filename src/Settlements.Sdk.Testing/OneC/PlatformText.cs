using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Settlements.Testing.OneC;

/// <summary>Numbers and dates in the 1C platform's forms, as measured on 8.3.27.</summary>
internal static class PlatformText
{
    private static readonly NumberFormatInfo Grouped = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = "\u00A0",
        NumberGroupSizes = [3],
    };

    private static readonly LocalDateTimePattern Iso = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss");
    private static readonly LocalDateTimePattern Shown = LocalDateTimePattern.CreateWithInvariantCulture("dd'.'MM'.'uuuu H':'mm':'ss");
    private static readonly LocalDateTimePattern Digits = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMddHHmmss");
    private static readonly OffsetPattern Offset = OffsetPattern.CreateWithInvariantCulture("+HH':'mm");

    /// <summary>A dot, no grouping, no trailing zeros.</summary>
    public static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Groups of three set off by U+00A0, a comma, no trailing zeros.</summary>
    public static string GroupedNumber(decimal value) => value.ToString("#,0.############################", Grouped);

    /// <summary>A date without the quotes around it.</summary>
    public static string Date(OffsetDateTime value, OneCDateForm form) =>
        form switch
        {
            OneCDateForm.Local => Iso.Format(value.LocalDateTime),
            OneCDateForm.WithOffset => Iso.Format(value.LocalDateTime) + Offset.Format(value.Offset),
            OneCDateForm.Universal => Iso.Format(value.WithOffset(NodaTime.Offset.Zero).LocalDateTime) + "Z",
            OneCDateForm.JavaScript => $"new Date({Milliseconds(value)})",
            OneCDateForm.Microsoft => $"/Date({Milliseconds(value)})/",
            OneCDateForm.Text => Shown.Format(value.LocalDateTime),
            OneCDateForm.Digits => Digits.Format(value.LocalDateTime),
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, "No such form of a date."),
        };

    private static string Milliseconds(OffsetDateTime value) =>
        value.ToInstant().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
