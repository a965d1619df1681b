using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Settlements.Payers;

namespace Settlements.Payments;

/// <summary>Payment documents as JSON: the format of a documents' file, and of a document kept in a store.</summary>
/// <remarks>
/// Every property but <c>purpose</c>, <c>counterparty.tin</c>, <c>counterparty.kpp</c> and <c>counterparty.code</c> must be there: a document that does not
/// say whether it is posted is not taken for posted. Properties of other names are passed over.
/// </remarks>
public static class PaymentDocumentJson
{
    private static readonly (string Text, PaymentDocumentKind Value)[] Kinds =
    [
        ("cashReceipt", PaymentDocumentKind.CashReceipt),
        ("incomingPayment", PaymentDocumentKind.IncomingPayment),
        ("cardPayment", PaymentDocumentKind.CardPayment),
    ];

    private static readonly (string Text, CounterpartyKind Value)[] CounterpartyKinds =
    [
        ("company", CounterpartyKind.Company),
        ("person", CounterpartyKind.Person),
        ("entrepreneur", CounterpartyKind.Entrepreneur),
    ];

    /// <summary>Reads a file: a JSON array of documents. A row that cannot be used is reported in its place, and the others are read.</summary>
    /// <param name="utf8">The file's bytes, with or without a byte order mark.</param>
    /// <exception cref="FormatException">It is not JSON, or not an array.</exception>
    public static IReadOnlyList<PaymentDocumentRow> ReadFile(ReadOnlyMemory<byte> utf8)
    {
        using var json = Parse(utf8);
        if (json.RootElement.ValueKind != JsonValueKind.Array)
            throw new FormatException("The documents' file must be a JSON array of documents.");
        return [.. json.RootElement.EnumerateArray().Select((element, index) => ReadRow(element, index + 1))];
    }

    /// <summary>Reads one document as <see cref="Write"/> wrote it.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="FormatException">It is not such a document; the message names each property that is wrong.</exception>
    public static PaymentDocument Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = Parse(Encoding.UTF8.GetBytes(json));
        var row = ReadRow(document.RootElement, 1);
        return row.Document ?? throw new FormatException(row.Problem);
    }

    /// <summary>Writes one document.</summary>
    /// <param name="document">The document.</param>
    public static string Write(PaymentDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            WriteTo(writer, document);
        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private static void WriteTo(Utf8JsonWriter writer, PaymentDocument document)
    {
        writer.WriteStartObject();
        writer.WriteString("id", document.Id);
        writer.WriteNumber("version", document.Version);
        writer.WriteString("kind", Array.Find(Kinds, kind => kind.Value == document.Kind).Text);
        writer.WriteString("number", document.Number);
        writer.WriteString("date", LocalDatePattern.Iso.Format(document.Date));
        writer.WriteString("amount", document.Amount.ToAmountString());
        writer.WriteString("currency", document.Amount.Currency.Code);
        writer.WriteString("organizationTin", document.OrganizationTin);
        writer.WriteStartObject("counterparty");
        writer.WriteString("id", document.Counterparty.Id.Value);
        writer.WriteString("kind", Array.Find(CounterpartyKinds, kind => kind.Value == document.Counterparty.Kind).Text);
        writer.WriteString("tin", document.Counterparty.Tin);
        writer.WriteString("kpp", document.Counterparty.Kpp);
        writer.WriteString("code", document.Counterparty.Code);
        writer.WriteEndObject();
        writer.WriteString("account", document.AccountId);
        writer.WriteString("purpose", document.Purpose);
        writer.WriteBoolean("posted", document.IsPosted);
        writer.WriteBoolean("deleted", document.IsDeleted);
        writer.WriteEndObject();
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        try
        {
            return JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 16 });
        }
        catch (JsonException e)
        {
            throw new FormatException($"It is not JSON: {e.Message}", e);
        }
    }

    private static PaymentDocumentRow ReadRow(JsonElement element, int place)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return new PaymentDocumentRow { Row = place, Problem = "It is not an object." };

        List<string> problems = [];
        var document = ReadDocument(new JsonRow(element, "", problems));
        if (problems.Count == 0)
            problems.AddRange(PaymentDocumentProblems.Of(document!));
        return problems.Count == 0
            ? new PaymentDocumentRow { Row = place, Document = document }
            : new PaymentDocumentRow { Row = place, Problem = string.Join(' ', problems) };
    }

    /// <returns>Null when an amount or a counterparty could not be read, which is among the problems then.</returns>
    private static PaymentDocument? ReadDocument(JsonRow row)
    {
        var (id, version, kind) = (row.Id("id"), row.Whole("version"), row.Choice("kind", Kinds));
        var (number, date, amount) = (row.Text("number"), Date(row), Amount(row));
        var (tin, counterparty, account) = (row.Text("organizationTin"), Counterparty(row), row.Text("account"));
        var (purpose, posted, deleted) = (row.OptionalText("purpose"), row.Flag("posted"), row.Flag("deleted"));
        if (amount is not { } money || counterparty is null)
            return null;
        return new PaymentDocument
        {
            Id = id,
            Version = version,
            Kind = kind,
            Number = number,
            Date = date,
            Amount = money,
            OrganizationTin = tin,
            Counterparty = counterparty,
            AccountId = account,
            Purpose = purpose,
            IsPosted = posted,
            IsDeleted = deleted,
        };
    }

    private static LocalDate Date(JsonRow row)
    {
        var text = row.Text("date");
        if (LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date))
            return date;
        if (text.Length > 0)
            row.Wrong("date", "must be a date such as 2026-11-21");
        return default;
    }

    private static Money? Amount(JsonRow row)
    {
        var (amount, code) = (row.Amount("amount"), row.Text("currency"));
        if (Currency.TryParse(code, out var currency))
            return amount is { } value ? new Money(value, currency) : null;
        if (code.Length > 0)
            row.Wrong("currency", "must be a code of ISO 4217, such as RUB");
        return null;
    }

    private static PaymentCounterparty? Counterparty(JsonRow row)
    {
        if (row.Object("counterparty") is not { } inner)
            return null;
        var id = inner.Id("id");
        var counterparty = new PaymentCounterparty
        {
            Id = id == Guid.Empty ? default : new CounterpartyId(id),
            Kind = inner.Choice("kind", CounterpartyKinds),
            Tin = inner.OptionalText("tin"),
            Kpp = inner.OptionalText("kpp"),
            Code = inner.OptionalText("code"),
        };
        return counterparty;
    }
}
