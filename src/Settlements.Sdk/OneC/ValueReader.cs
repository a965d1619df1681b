using System.Buffers;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace Settlements.OneC;

/// <summary>Single values of an answer: what 1C's services write for amounts, dates, flags and texts.</summary>
internal sealed class ValueReader(ReadingRules rules, BalanceDraft draft)
{
    private static readonly SearchValues<char> EmptyGuidParts = SearchValues.Create("0-{}()");

    /// <summary>An amount in the draft's currency; null stands for null.</summary>
    internal Money? Amount(ref Utf8JsonReader reader, in ValuePlace place, bool isDebt)
    {
        decimal number;
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.Number:
                if (!ExactDecimal.TryParse(reader.ValueSpan, out number))
                    throw place.Unreadable(reader.ValueSpan, "has more digits than an amount can hold exactly.");
                break;
            case JsonTokenType.String:
                number = AmountOf(JsonText.Of(ref reader), place);
                break;
            default:
                throw place.Wrong(reader.TokenType, "an amount");
        }

        if (!TryMoney(number, isDebt, out var amount))
            throw place.Error("has more digits than an amount can hold exactly.");
        if (HasPartsOfMinorUnits(amount))
            draft.Notes.Add(place.Path, $"has more digits than {amount.Currency} has; they were kept.");
        return amount;
    }

    /// <summary>An amount about which there is nothing to remark; false when there is.</summary>
    internal bool TryPlainAmount(decimal number, bool isDebt, out Money amount) =>
        TryMoney(number, isDebt, out amount) && !HasPartsOfMinorUnits(amount);

    /// <summary>A day in the form that the platform writes by itself; false for any other form.</summary>
    internal static bool TryPlainDate(ReadOnlySpan<byte> text, out LocalDate? date)
    {
        date = null;
        if (text.IsEmpty)
            return true;
        if (!DateText.TryParseIso(text, out LocalDate day))
            return false;
        // The empty date.
        if (day.Year != 1)
            date = day;
        return true;
    }

    /// <summary>A text; null stands for empty text and for the empty GUID.</summary>
    internal static string? PlainText(ReadOnlySpan<byte> text) => Known(Encoding.UTF8.GetString(text));

    /// <summary>An amount that has no meaning below zero.</summary>
    internal Money? AmountNotNegative(ref Utf8JsonReader reader, in ValuePlace place, bool isDebt = false)
    {
        var amount = Amount(ref reader, place, isDebt);
        return amount is { Amount: < 0 }
            ? throw place.Error(
                isDebt
                    ? "is negative (after AmountSign), which an overdue debt cannot be: look at the sign the service gives, and at AmountSign."
                    : "is negative, which it cannot be: look at the sign the service gives.",
                amount.Value.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture)
            )
            : amount;
    }

    /// <summary>A number that is no money; null stands for null and for empty text.</summary>
    internal static decimal? Number(ref Utf8JsonReader reader, in ValuePlace place)
    {
        var text = Text(ref reader, place);
        if (text is null)
            return null;
        var isRead =
            reader.TokenType == JsonTokenType.Number
                ? ExactDecimal.TryParse(reader.ValueSpan, out var number)
                : AmountText.TryParse(text, out number);
        return isRead ? number : throw place.Error($"'{JsonText.Shortened(text)}' is no number.", text);
    }

    /// <summary>A day in the business zone; null stands for null and for 1C's empty date.</summary>
    internal LocalDate? Date(ref Utf8JsonReader reader, in ValuePlace place)
    {
        if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && TryPlainDate(reader.ValueSpan, out var date))
            return date;
        return Time(ref reader, place).Date(rules.Zone);
    }

    /// <summary>A date of any form; the default value stands for null and for 1C's empty date.</summary>
    internal SourceTime Time(ref Utf8JsonReader reader, in ValuePlace place)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return default;
        if (reader.TokenType != JsonTokenType.String)
            throw place.Wrong(reader.TokenType, "a date as text");
        if (!reader.ValueIsEscaped && DateText.TryParseIso(reader.ValueSpan, out LocalDateTime local))
            return SourceTime.Of(local, isDateOnly: false);

        var text = JsonText.Of(ref reader);
        if (!DateText.TryParse(text, out var time, out var isAmbiguous))
            throw place.Error($"'{JsonText.Shortened(text)}' is no date; give it as 2024-03-04T05:06:07.", text);
        if (isAmbiguous)
            draft.Notes.Add(place.Path, $"'{JsonText.Shortened(text)}' was read as day/month/year; give dates as 2024-03-04.");
        return time;
    }

    /// <summary>Yes or no; null stands for null and for empty text.</summary>
    internal static bool? Flag(ref Utf8JsonReader reader, in ValuePlace place)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.Number when reader.ValueSpan is [(byte)'0' or (byte)'1']:
                return reader.ValueSpan[0] == '1';
            case JsonTokenType.String:
                var text = JsonText.Of(ref reader);
                if (text.Length == 0)
                    return null;
                if (FlagText.TryParse(text, out var value))
                    return value;
                throw place.Error($"'{JsonText.Shortened(text)}' is neither yes nor no; give true or false.", text);
            default:
                throw place.Wrong(reader.TokenType, "true or false");
        }
    }

    /// <summary>A text or a number as text; null stands for null, for empty text and for the empty GUID.</summary>
    internal static string? Text(ref Utf8JsonReader reader, in ValuePlace place)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            case JsonTokenType.String:
                return Known(JsonText.Of(ref reader));
            default:
                throw place.Wrong(reader.TokenType, "a text");
        }
    }

    private static string? Known(string text)
    {
        // 1C pads codes of a fixed length with spaces.
        var trimmed = text.Trim();
        return trimmed.Length == 0 || IsEmptyGuid(trimmed) ? null : trimmed;
    }

    private static bool IsEmptyGuid(string text) =>
        text.Length >= 32 && !text.AsSpan().ContainsAnyExcept(EmptyGuidParts) && Guid.TryParse(text, out var guid) && guid == Guid.Empty;

    private bool TryMoney(decimal number, bool isDebt, out Money amount)
    {
        draft.HasAmounts = true;
        var currency = draft.Currency;
        if (isDebt && rules.DebtIsNegative && number != 0)
            number = -number;
        var isHeld = !rules.InMinorUnits || TryShift(number, currency.MinorDigits, out number);
        amount = new Money(number, currency);
        return isHeld;
    }

    private static bool HasPartsOfMinorUnits(Money amount) =>
        amount.Amount.Scale > amount.Currency.MinorDigits && Decimals.SignificantScale(amount.Amount) > amount.Currency.MinorDigits;

    private decimal AmountOf(string text, in ValuePlace place)
    {
        if (text.Length == 0)
        {
            draft.Notes.Add(place.Path, "is empty text, which 1C's formatting makes of zero; read as 0.");
            return 0;
        }

        return AmountText.TryParse(text, out var number)
            ? number
            : throw place.Error(
                $"'{JsonText.Shortened(text)}' is no amount that can be read in one way only and held exactly; give a plain number such as 1000.50.",
                text
            );
    }

    private static bool TryShift(decimal number, int digits, out decimal shifted)
    {
        shifted = number;
        Span<int> bits = stackalloc int[4];
        while (shifted.Scale + digits > 28)
        {
            if (Decimals.SignificantScale(shifted) == shifted.Scale)
                return false;
            shifted = decimal.Round(shifted, shifted.Scale - 1);
        }

        _ = decimal.GetBits(shifted, bits);
        shifted = new decimal(bits[0], bits[1], bits[2], shifted < 0, (byte)(shifted.Scale + digits));
        return true;
    }
}
