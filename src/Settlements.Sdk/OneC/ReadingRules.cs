using NodaTime;

namespace Settlements.OneC;

/// <summary>How the answers of one publication are read; made once from <see cref="OneCOptions"/>.</summary>
internal sealed class ReadingRules(OneCOptions options)
{
    internal KeyTable Keys { get; } = new(options.Fields);

    internal DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb[options.TimeZone];

    internal Currency DefaultCurrency { get; } = options.DefaultCurrency;

    internal bool DebtIsNegative { get; } = options.AmountSign == OneCAmountSign.DebtIsNegative;

    internal bool InMinorUnits { get; } = options.AmountUnit == OneCAmountUnit.Minor;

    internal int MaxDepth { get; } = options.MaxDepth;
}
