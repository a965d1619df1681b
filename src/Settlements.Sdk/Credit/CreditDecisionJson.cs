using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Settlements.Balances;

namespace Settlements.Credit;

/// <summary>Writes decisions as JSON: <c>docs/credit-decisions.md</c> is its contract.</summary>
internal static class CreditDecisionJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For an audit log: which order, and everything that was decided about it.</summary>
    internal static string Write(CreditDecision decision) =>
        Write(writer =>
        {
            writer.WriteStartObject("order");
            writer.WriteString("id", decision.Order.Id);
            writer.WriteString("counterparty", decision.Order.Counterparty.ToString());
            writer.WriteString("total", decision.Order.Total.ToAmountString());
            writer.WriteString("currency", decision.Order.Total.Currency.Code);
            writer.WriteString("date", LocalDatePattern.Iso.Format(decision.Order.Date));
            writer.WriteEndObject();
            writer.WriteString("today", LocalDatePattern.Iso.Format(decision.Today));
            WriteBody(writer, decision);
        });

    /// <summary>The answer of an order check: the decision, and why there is no balance if there is none.</summary>
    internal static string Write(CreditDecision decision, SettlementsException? error) =>
        Write(writer =>
        {
            WriteBody(writer, decision);
            if (error is null)
            {
                writer.WriteNull("error");
                return;
            }

            writer.WriteStartObject("error");
            writer.WriteString("kind", Name(error.Error));
            writer.WriteString("message", error.Message);
            writer.WriteEndObject();
        });

    private static string Write(Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            body(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteBody(Utf8JsonWriter writer, CreditDecision decision)
    {
        writer.WriteString("verdict", Name(decision.Verdict));
        writer.WriteStartArray("findings");
        foreach (var finding in decision.Findings)
            WriteFinding(writer, finding);
        writer.WriteEndArray();
        WriteExposure(writer, decision.Exposure);
        WriteAmount(writer, "available", decision.Available);
        writer.WriteString("currency", decision.Exposure.Currency.Code);
        WriteBalance(writer, decision.Reading);
        if (decision.Override is { } given)
            WriteOverride(writer, given);
    }

    private static void WriteFinding(Utf8JsonWriter writer, CreditFinding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("code", Name(finding.Code));
        writer.WriteString("severity", Name(finding.Severity));
        switch (finding)
        {
            case OverdueFinding overdue:
                WriteAmount(writer, "amount", overdue.Amount);
                WriteAmount(writer, "tolerance", overdue.Tolerance);
                writer.WriteString("basis", Name(overdue.Basis));
                break;
            case LimitExceededFinding exceeded:
                WriteAmount(writer, "limit", exceeded.Limit);
                WriteAmount(writer, "exposure", exceeded.Exposure);
                WriteAmount(writer, "excess", exceeded.Excess);
                break;
            case LimitNearFinding near:
                WriteAmount(writer, "limit", near.Limit);
                WriteAmount(writer, "exposure", near.Exposure);
                writer.WriteString("utilization", Decimals.ToText(near.Utilization, 0));
                break;
            case LimitUnknownFinding unknown:
                WriteAmount(writer, "exposure", unknown.Exposure);
                break;
            case OverdueUnknownFinding unknown:
                writer.WriteString("basis", Name(unknown.Basis));
                WriteAmount(writer, "knownAmount", unknown.KnownAmount);
                break;
            case CurrencyMismatchFinding mismatch:
                writer.WriteString("balanceCurrency", mismatch.BalanceCurrency.Code);
                writer.WriteString("otherCurrency", mismatch.OtherCurrency.Code);
                break;
            case BalanceStaleFinding stale:
                writer.WriteNumber("ageMinutes", Minutes(stale.Age));
                writer.WriteNumber("maxAgeMinutes", Minutes(stale.MaxAge));
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteExposure(Utf8JsonWriter writer, CreditExposure exposure)
    {
        writer.WriteStartObject("exposure");
        WriteAmount(writer, "total", exposure.Total);
        WriteAmount(writer, "debt", exposure.Debt);
        WriteAmount(writer, "advance", exposure.Advance);
        WriteAmount(writer, "holds", exposure.Holds);
        WriteAmount(writer, "order", exposure.Order);
        writer.WriteEndObject();
    }

    private static void WriteBalance(Utf8JsonWriter writer, BalanceReading? reading)
    {
        if (reading is null)
        {
            writer.WriteNull("balance");
            return;
        }

        var balance = reading.Balance;
        writer.WriteStartObject("balance");
        writer.WriteString("origin", Name(reading.Origin));
        WriteAmount(writer, "debt", balance.Debt);
        WriteAmount(writer, "advance", balance.Advance);
        WriteAmount(writer, "overdue", balance.Overdue);
        WriteLimit(writer, balance);
        writer.WriteString("asOf", InstantPattern.ExtendedIso.Format(balance.AsOf));
        writer.WriteEndObject();
    }

    private static void WriteLimit(Utf8JsonWriter writer, CounterpartyBalance balance)
    {
        if (balance.Limit is not { } limit)
        {
            writer.WriteNull("limit");
            return;
        }

        writer.WriteStartObject("limit");
        WriteAmount(writer, "amount", limit.Amount);
        writer.WriteBoolean("enforced", limit.IsEnforced);
        if (limit.Amount.Currency != balance.Currency)
            writer.WriteString("currency", limit.Amount.Currency.Code);
        writer.WriteEndObject();
    }

    private static void WriteOverride(Utf8JsonWriter writer, CreditOverride given)
    {
        writer.WriteStartObject("override");
        WriteAmount(writer, "sum", given.Sum);
        writer.WriteString("until", LocalDatePattern.Iso.Format(given.Until));
        writer.WriteString("reason", given.Reason);
        writer.WriteString("author", given.Author);
        writer.WriteEndObject();
    }

    private static void WriteAmount(Utf8JsonWriter writer, string name, Money? amount)
    {
        if (amount is { } money)
            writer.WriteString(name, money.ToAmountString());
        else
            writer.WriteNull(name);
    }

    private static decimal Minutes(Duration duration) =>
        decimal.Round(duration.BclCompatibleTicks / (decimal)NodaConstants.TicksPerMinute, 1);

    private static string Name<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return string.Create(CultureInfo.InvariantCulture, $"{char.ToLowerInvariant(name[0])}{name.AsSpan(1)}");
    }
}
