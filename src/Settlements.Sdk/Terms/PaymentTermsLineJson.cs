using System.Text.Json;

namespace Settlements.Terms;

/// <summary>One line of terms as JSON.</summary>
internal static class PaymentTermsLineJson
{
    private static readonly (string Text, TermsBaseDate Value)[] BaseDates =
    [
        ("order", TermsBaseDate.Order),
        ("shipment", TermsBaseDate.Shipment),
        ("invoice", TermsBaseDate.Invoice),
    ];

    private static readonly (string Text, InstallmentKind Value)[] Kinds =
    [
        ("prepayment", InstallmentKind.Prepayment),
        ("deferred", InstallmentKind.Deferred),
    ];

    internal static void Write(Utf8JsonWriter writer, PaymentTermsLine line)
    {
        writer.WriteStartObject();
        WriteShare(writer, line.Share);
        if (line.BaseDate != TermsBaseDate.Order)
            writer.WriteString("from", Array.Find(BaseDates, date => date.Value == line.BaseDate).Text);
        if (line.Due.Steps.Count > 0)
        {
            writer.WriteStartArray("due");
            foreach (var step in line.Due.Steps)
                DueStepJson.Write(writer, step);
            writer.WriteEndArray();
        }
        if (line.NoLaterThanDays is { } cap)
            writer.WriteNumber("noLaterThanDays", cap);
        if (line.StatedKind is { } stated)
            writer.WriteString("kind", Array.Find(Kinds, kind => kind.Value == stated).Text);
        writer.WriteEndObject();
    }

    internal static PaymentTermsLine Read(JsonPlace place)
    {
        place.HasOnly("percent", "of", "fixed", "currency", "remainder", "from", "due", "noLaterThanDays", "kind");
        return new PaymentTermsLine(ReadShare(place))
        {
            BaseDate = place.Find("from") is { } from ? from.Word<TermsBaseDate>(BaseDates) : TermsBaseDate.Order,
            Due = place.Find("due") is { } due ? DueRule.FromSteps(due.Items().Select(DueStepJson.Read)) : DueRule.OnBaseDate,
            NoLaterThanDays = place.FindKnown("noLaterThanDays")?.Whole(),
            StatedKind = place.Find("kind") is { } kind ? kind.Word<InstallmentKind>(Kinds) : null,
        };
    }

    private static void WriteShare(Utf8JsonWriter writer, PaymentShare share)
    {
        switch (share.Kind)
        {
            case PaymentShareKind.Remainder:
                writer.WriteBoolean("remainder", true);
                break;
            case PaymentShareKind.Fixed:
                writer.WriteString("fixed", Decimals.ToText(share.Value, share.Currency?.MinorDigits ?? 0));
                if (share.Currency is { } currency)
                    writer.WriteString("currency", currency.Code);
                break;
            default:
                writer.WriteString("percent", Decimals.ToText(share.Value, 0));
                if (share.Kind == PaymentShareKind.PercentOfRemainder)
                    writer.WriteString("of", "remainder");
                break;
        }
    }

    private static PaymentShare ReadShare(JsonPlace place)
    {
        var (percent, amount, remainder) = (place.Find("percent"), place.Find("fixed"), place.Find("remainder"));
        var (of, currency) = (place.Find("of"), place.Find("currency"));
        if (
            (percent is not null, amount is not null, remainder is not null)
            is not ((true, false, false) or (false, true, false) or (false, false, true))
        )
            throw place.Wrong("give one of percent, fixed and remainder");
        if (of is not null && percent is null)
            throw place.Wrong("give of beside a percent only");
        if (currency is not null && amount is null)
            throw place.Wrong("give a currency beside a fixed amount only");

        if (percent is { } share)
        {
            var ofRemainder = of?.Word(("remainder", true)) ?? false;
            return PaymentTermsJson.Make(
                share,
                () => ofRemainder ? PaymentShare.PercentOfRemainder(share.Number()) : PaymentShare.PercentOfTotal(share.Number())
            );
        }
        if (amount is { } fixedAmount)
            return ReadFixed(fixedAmount, currency);
        remainder!.Value.MustBeTrue();
        return PaymentShare.Remainder;
    }

    private static PaymentShare ReadFixed(JsonPlace amount, JsonPlace? place)
    {
        var number = amount.Number();
        if (place is not { } known)
            return PaymentTermsJson.Make(amount, () => PaymentShare.Fixed(number));
        return Currency.TryParse(known.Text(), out var currency)
            ? PaymentTermsJson.Make(amount, () => PaymentShare.Fixed(new Money(number, currency)))
            : throw known.Wrong("give a code of ISO 4217 such as \"RUB\"");
    }
}
