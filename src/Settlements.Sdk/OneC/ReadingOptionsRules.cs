using NodaTime;

namespace Settlements.OneC;

/// <summary>What makes the options usable by which values are read, of the client and of files.</summary>
internal static class ReadingOptionsRules
{
    internal static void Check(
        int maxDepth,
        Currency defaultCurrency,
        string? timeZone,
        OneCAmountSign sign,
        OneCAmountUnit unit,
        Action<string, string> fail
    )
    {
        if (maxDepth is < 4 or > 512)
            fail(nameof(OneCOptions.MaxDepth), FormattableString.Invariant($"is {maxDepth}: give a number from 4 to 512."));
        if (defaultCurrency.IsNone)
            fail(nameof(OneCOptions.DefaultCurrency), "is default(Currency), which is none: give a currency such as RUB.");
        if (timeZone is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(timeZone) is null)
            fail(
                nameof(OneCOptions.TimeZone),
                $"is '{timeZone}', which the IANA database does not know: give a name such as Europe/Moscow."
            );
        CheckEnum(nameof(OneCOptions.AmountSign), sign, fail);
        CheckEnum(nameof(OneCOptions.AmountUnit), unit, fail);
    }

    internal static void CheckEnum<T>(string option, T value, Action<string, string> fail)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
            fail(option, $"is {value}, which is none of {string.Join(", ", Enum.GetNames<T>())}: give one of them.");
    }
}
