using NodaTime;

namespace Settlements.OneC;

/// <summary>How the answers of one publication, or the rows of one file, are read.</summary>
internal sealed class ReadingRules
{
    internal ReadingRules(OneCOptions options)
    {
        Keys = new KeyTable(options.Fields);
        Zone = DateTimeZoneProviders.Tzdb[options.TimeZone];
        DefaultCurrency = options.DefaultCurrency;
        DebtIsNegative = options.AmountSign == OneCAmountSign.DebtIsNegative;
        InMinorUnits = options.AmountUnit == OneCAmountUnit.Minor;
        MaxDepth = options.MaxDepth;
    }

    internal ReadingRules(OneCFileOptions options, KeyTable keys)
    {
        Keys = keys;
        Zone = DateTimeZoneProviders.Tzdb[options.TimeZone];
        DefaultCurrency = options.DefaultCurrency;
        DebtIsNegative = options.AmountSign == OneCAmountSign.DebtIsNegative;
        InMinorUnits = options.AmountUnit == OneCAmountUnit.Minor;
        MaxDepth = options.MaxDepth;
    }

    internal KeyTable Keys { get; }

    internal DateTimeZone Zone { get; }

    internal Currency DefaultCurrency { get; }

    internal bool DebtIsNegative { get; }

    internal bool InMinorUnits { get; }

    internal int MaxDepth { get; }
}
