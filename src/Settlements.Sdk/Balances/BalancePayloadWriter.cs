using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Settlements.Terms;

namespace Settlements.Balances;

/// <summary>Writes what a distributed cache holds. Every property stands in every payload, so that a missing one is a fault and never "not stated".</summary>
internal static class BalancePayloadWriter
{
    /// <summary>The version of the format. A change of what is written needs a new one: processes of two releases share a cache while a shop is being updated.</summary>
    internal const int Version = 1;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static byte[] Write(StoredBalance stored) =>
        Write(
            stored.Balance.Counterparty,
            writer =>
            {
                WriteInstant(writer, "readAt", stored.ReadAt);
                writer.WriteStartObject("balance");
                WriteBalance(writer, stored.Balance);
                writer.WriteEndObject();
            }
        );

    internal static byte[] WriteInvalidation(CounterpartyId counterparty, Instant at) =>
        Write(counterparty, writer => WriteInstant(writer, "invalidatedAt", at));

    private static byte[] Write(CounterpartyId counterparty, Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", Version);
            writer.WriteString("counterparty", counterparty.Value);
            body(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteBalance(Utf8JsonWriter writer, CounterpartyBalance balance)
    {
        writer.WriteString("currency", balance.Currency.Code);
        WriteInstant(writer, "asOf", balance.AsOf);
        WriteAmount(writer, "debt", balance.Debt);
        WriteAmount(writer, "advance", balance.Advance);
        WriteAmount(writer, "overdue", balance.Overdue);
        WriteLimit(writer, balance.Limit);
        if (balance.IsBlocked is { } isBlocked)
            writer.WriteBoolean("blocked", isBlocked);
        else
            writer.WriteNull("blocked");
        writer.WritePropertyName("lastPayment");
        WritePayment(writer, balance.LastPayment);
        WriteList(writer, "documents", balance.Documents, WriteDocument);
        WriteList(writer, "payments", balance.Payments, WritePayment);
        writer.WritePropertyName("terms");
        if (balance.Terms is { } terms)
            PaymentTermsJson.Write(writer, terms);
        else
            writer.WriteNullValue();
        writer.WriteNumber("unstated", (int)balance.Unstated);
        WriteList(writer, "notes", balance.Notes, WriteNote);
    }

    private static void WriteLimit(Utf8JsonWriter writer, CreditLimit? limit)
    {
        if (limit is null)
        {
            writer.WriteNull("limit");
            return;
        }

        writer.WriteStartObject("limit");
        WriteAmount(writer, "amount", limit.Amount);
        writer.WriteString("currency", limit.Amount.Currency.Code);
        writer.WriteBoolean("enforced", limit.IsEnforced);
        writer.WriteEndObject();
    }

    private static void WriteDocument(Utf8JsonWriter writer, OpenDocument document)
    {
        writer.WriteStartObject();
        writer.WriteString("id", document.Id);
        writer.WriteString("number", document.Number);
        WriteDate(writer, "date", document.Date);
        WriteDate(writer, "dueDate", document.DueDate);
        WriteAmount(writer, "amount", document.Amount);
        WriteAmount(writer, "outstanding", document.Outstanding);
        writer.WriteString("orderId", document.OrderId);
        writer.WriteEndObject();
    }

    private static void WritePayment(Utf8JsonWriter writer, BalancePayment? payment)
    {
        if (payment is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("id", payment.Id);
        writer.WriteString("number", payment.Number);
        WriteDate(writer, "date", payment.Date);
        WriteAmount(writer, "amount", payment.Amount);
        writer.WriteEndObject();
    }

    private static void WriteNote(Utf8JsonWriter writer, BalanceNote note)
    {
        writer.WriteStartObject();
        writer.WriteString("field", note.Field);
        writer.WriteString("message", note.Message);
        writer.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T>? items, Action<Utf8JsonWriter, T> write)
    {
        if (items is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartArray(name);
        foreach (var item in items)
            write(writer, item);
        writer.WriteEndArray();
    }

    // As the decimal is, with its trailing zeros: nothing is rounded, and nothing is added.
    private static void WriteAmount(Utf8JsonWriter writer, string name, Money? amount) =>
        writer.WriteString(name, amount?.Amount.ToString(CultureInfo.InvariantCulture));

    private static void WriteDate(Utf8JsonWriter writer, string name, LocalDate? date) =>
        writer.WriteString(name, date is { } known ? LocalDatePattern.Iso.Format(known) : null);

    private static void WriteInstant(Utf8JsonWriter writer, string name, Instant instant) =>
        writer.WriteString(name, InstantPattern.ExtendedIso.Format(instant));
}
