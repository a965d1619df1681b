using System.Globalization;
using System.Text.Json;
using Settlements.Terms;

namespace Settlements.OneC;

/// <summary>What was read of somebody's terms so far.</summary>
internal sealed class TermsDraft
{
    private const int LongestDelay = 36_500;

    private string? _type;
    private string? _typePath;
    private int? _days;
    private decimal? _percent;

    /// <summary>Reads a part of the terms.</summary>
    /// <returns>True when it is the part that says which terms they are.</returns>
    internal bool Read(ref Utf8JsonReader reader, BalanceKey meaning, in ValuePlace place)
    {
        switch (meaning)
        {
            case BalanceKey.TermsDays:
                _days = Days(ref reader, place);
                return false;
            case BalanceKey.TermsPrepayPercent:
                _percent = ValueReader.Number(ref reader, place);
                return false;
            default:
                _type = ValueReader.Text(ref reader, place);
                _typePath = place.Path;
                return _type is not null;
        }
    }

    /// <summary>The terms; null when the source does not say which they are.</summary>
    /// <exception cref="UnreadableAnswerException">Their parts do not fit together.</exception>
    internal PaymentTerms? ToTerms()
    {
        var path = _typePath ?? "";
        try
        {
            return _type switch
            {
                null => null,
                "prepay" when _days is null or 0 && _percent is null or 0 or 100 => PaymentTerms.Prepay(),
                "deferred" when _days is { } days && _percent is null or 0 => PaymentTerms.Deferred(days),
                "mixed" when _days is { } days && _percent is { } percent => PaymentTerms.Mixed(percent, days),
                "prepay" => throw Misfit(path, "prepay wants no days, and no percent but 100"),
                "deferred" => throw Misfit(path, "deferred wants days, and no percent"),
                "mixed" => throw Misfit(path, "mixed wants days and a percent"),
                var other => throw UnreadableAnswerException.Field(
                    path,
                    $"'{JsonText.Shortened(other)}' are no terms: give prepay, deferred or mixed.",
                    JsonText.Shortened(other)
                ),
            };
        }
        catch (PaymentTermsException e)
        {
            throw UnreadableAnswerException.Field(path, e.Message);
        }
    }

    private UnreadableAnswerException Misfit(string path, string wanted) =>
        UnreadableAnswerException.Field(
            path,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{wanted}; given are {_days?.ToString(CultureInfo.InvariantCulture) ?? "no"} days and {_percent?.ToString(CultureInfo.InvariantCulture) ?? "no"} percent."
            ),
            _type
        );

    private static int? Days(ref Utf8JsonReader reader, in ValuePlace place)
    {
        if (ValueReader.Number(ref reader, place) is not { } number)
            return null;
        return number is >= 0 and <= LongestDelay && decimal.IsInteger(number)
            ? (int)number
            : throw place.Error("is no number of whole days from 0 to 36500.", number.ToString(CultureInfo.InvariantCulture));
    }
}
