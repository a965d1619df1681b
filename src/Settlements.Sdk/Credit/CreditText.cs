using System.Globalization;
using System.Resources;
using System.Text;
using NodaTime;

namespace Settlements.Credit;

/// <summary>Says a decision in words for the customer it is about. Who overrode it and why is not the customer's business.</summary>
internal sealed class CreditText
{
    private static readonly ResourceManager Resources = new(typeof(CreditText));
    private static readonly CreditText English = new(Language.English, CultureInfo.InvariantCulture);

    private readonly Language _language;
    private readonly CultureInfo _resourceCulture;

    private CreditText(Language language, CultureInfo resourceCulture)
    {
        _language = language;
        _resourceCulture = resourceCulture;
    }

    internal static CreditText For(CultureInfo culture) =>
        Language.Of(culture) == Language.Russian ? new CreditText(Language.Russian, culture) : English;

    internal string Describe(CreditDecision decision)
    {
        var text = new StringBuilder(Say($"Verdict.{decision.Verdict}"));
        foreach (var finding in decision.Findings)
            text.Append('\n').Append("- ").Append(Describe(finding));
        if (decision.Override is not null && decision.Verdict == CreditVerdict.Warn)
            text.Append('\n').Append(Say("Override"));
        if (decision.Available is { IsNegative: false } available && decision.Verdict != CreditVerdict.Block)
            text.Append('\n').Append(Say("Available", available));
        return text.ToString();
    }

    internal string Describe(CreditFinding finding) =>
        finding switch
        {
            OverdueFinding overdue => Say("Overdue", overdue.Amount),
            LimitExceededFinding exceeded => Say("LimitExceeded", exceeded.Exposure, exceeded.Limit, exceeded.Excess),
            LimitNearFinding near => Say("LimitNear", near.Exposure, near.Limit),
            CurrencyMismatchFinding mismatch => Say("CurrencyMismatch", mismatch.BalanceCurrency, mismatch.OtherCurrency),
            BalanceStaleFinding stale => Say("BalanceStale", stale.Age, stale.MaxAge),
            OverdueUnknownFinding { KnownAmount: { IsPositive: true } known } => Say("OverdueUnknown.AtLeast", known),
            _ => Say(finding.Code.ToString()),
        };

    private string Say(string key, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, Resource(key), [.. values.Select(Say)]);

    private object Say(object value) =>
        value switch
        {
            Money money => money.Format(_language.Numbers),
            Duration duration => Say(duration),
            _ => value,
        };

    private string Say(Duration duration)
    {
        var (unit, count) =
            duration < Duration.FromHours(2) ? ("Minutes", (long)duration.TotalMinutes)
            : duration < Duration.FromDays(2) ? ("Hours", (long)duration.TotalHours)
            : ("Days", (long)duration.TotalDays);
        return string.Format(CultureInfo.InvariantCulture, Resource($"{unit}.{_language.PluralForm(count)}"), count);
    }

    private string Resource(string key) =>
        Resources.GetString(key, _resourceCulture) ?? throw new MissingManifestResourceException($"The text '{key}' is missing.");
}
