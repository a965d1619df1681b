using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Settlements.Terms;

namespace Settlements.Balances;

/// <summary>Reads what <see cref="BalancePayloadWriter"/> wrote, and nothing else: whatever is cut, foreign or of another version is refused as a whole.</summary>
internal static class BalancePayloadReader
{
    private static readonly BalanceFields AllFields = Enum.GetValues<BalanceFields>().Aggregate((all, field) => all | field);

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="FormatException">It is no payload of this version for this counterparty; the message says why, without figures of others.</exception>
    internal static BalancePayload Read(byte[] bytes, CounterpartyId counterparty)
    {
        try
        {
            return JsonPlace.Read(Strict.GetString(bytes), "payload", place => Read(place, counterparty));
        }
        catch (ArgumentException e)
        {
            // Bytes that are no text, or amounts in two currencies.
            throw new FormatException("payload: " + e.Message, e);
        }
    }

    private static BalancePayload Read(JsonPlace place, CounterpartyId counterparty)
    {
        if (place.Element.ValueKind != JsonValueKind.Object || place.Find("version") is not { } version)
            throw new FormatException("payload: has no version; something else is kept under this key.");
        if (version.Whole() != BalancePayloadWriter.Version)
            throw new FormatException($"payload.version is another than {BalancePayloadWriter.Version}.");
        if (place.Get("counterparty").Text() != counterparty.ToString())
            throw new FormatException("payload.counterparty is somebody else.");

        if (place.Find("invalidatedAt") is { } invalidatedAt)
        {
            place.HasOnly("version", "counterparty", "invalidatedAt");
            return new BalancePayload(null, ReadInstant(invalidatedAt));
        }

        place.HasOnly("version", "counterparty", "readAt", "balance");
        var balance = ReadBalance(place.Get("balance"), counterparty);
        return new BalancePayload(new StoredBalance(balance, ReadInstant(place.Get("readAt"))), null);
    }

    private static CounterpartyBalance ReadBalance(JsonPlace place, CounterpartyId counterparty)
    {
        place.HasOnly(
            "currency",
            "asOf",
            "debt",
            "advance",
            "overdue",
            "limit",
            "blocked",
            "lastPayment",
            "documents",
            "payments",
            "terms",
            "unstated",
            "notes"
        );
        var currency = ReadCurrency(place.Get("currency"));
        return new CounterpartyBalance(counterparty, currency, ReadInstant(place.Get("asOf")))
        {
            Debt = ReadAmount(place.Get("debt"), currency),
            Advance = ReadAmount(place.Get("advance"), currency),
            Overdue = ReadAmount(place.Get("overdue"), currency),
            Limit = Known(place.Get("limit")) is { } limit ? ReadLimit(limit) : null,
            IsBlocked = Known(place.Get("blocked")) is { } blocked ? ReadFlag(blocked) : null,
            LastPayment = Known(place.Get("lastPayment")) is { } payment ? ReadPayment(payment, currency) : null,
            Documents = ReadList(place.Get("documents"), item => ReadDocument(item, currency)),
            Payments = ReadList(place.Get("payments"), item => ReadPayment(item, currency)),
            Terms = Known(place.Get("terms")) is { } terms ? PaymentTermsJson.Read(terms) : null,
            Unstated = ReadFields(place.Get("unstated")),
            Notes = ReadList(place.Get("notes"), ReadNote) ?? throw place.Get("notes").Wrong("give an array"),
        };
    }

    private static CreditLimit ReadLimit(JsonPlace place)
    {
        place.HasOnly("amount", "currency", "enforced");
        var amount = place.Get("amount").Number();
        return new CreditLimit(new Money(amount, ReadCurrency(place.Get("currency"))), ReadFlag(place.Get("enforced")));
    }

    private static OpenDocument ReadDocument(JsonPlace place, Currency currency)
    {
        place.HasOnly("id", "number", "date", "dueDate", "amount", "outstanding", "orderId");
        return new OpenDocument
        {
            Id = ReadText(place.Get("id")),
            Number = ReadText(place.Get("number")),
            Date = ReadDate(place.Get("date")),
            DueDate = ReadDate(place.Get("dueDate")),
            Amount = ReadAmount(place.Get("amount"), currency),
            Outstanding = ReadAmount(place.Get("outstanding"), currency),
            OrderId = ReadText(place.Get("orderId")),
        };
    }

    private static BalancePayment ReadPayment(JsonPlace place, Currency currency)
    {
        place.HasOnly("id", "number", "date", "amount");
        return new BalancePayment
        {
            Id = ReadText(place.Get("id")),
            Number = ReadText(place.Get("number")),
            Date = ReadDate(place.Get("date")),
            Amount = ReadAmount(place.Get("amount"), currency),
        };
    }

    private static BalanceNote ReadNote(JsonPlace place)
    {
        place.HasOnly("field", "message");
        return new BalanceNote(place.Get("field").Text(), place.Get("message").Text());
    }

    private static IReadOnlyList<T>? ReadList<T>(JsonPlace place, Func<JsonPlace, T> read) =>
        Known(place) is { } list ? [.. list.Items().Select(read)] : null;

    private static BalanceFields ReadFields(JsonPlace place)
    {
        var fields = (BalanceFields)place.Whole();
        return (fields & ~AllFields) == BalanceFields.None ? fields : throw place.Wrong("it has fields that this version does not know");
    }

    private static bool ReadFlag(JsonPlace place) =>
        place.Element.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw place.Wrong("give true or false"),
        };

    private static Money? ReadAmount(JsonPlace place, Currency currency) =>
        Known(place) is { } amount ? new Money(amount.Number(), currency) : null;

    private static Currency ReadCurrency(JsonPlace place) =>
        Currency.TryParse(place.Text(), out var currency) ? currency : throw place.Wrong("give a code of ISO 4217");

    private static string? ReadText(JsonPlace place) => Known(place)?.Text();

    private static LocalDate? ReadDate(JsonPlace place)
    {
        if (Known(place) is not { } known)
            return null;
        return LocalDatePattern.Iso.Parse(known.Text()).TryGetValue(default, out var date) ? date : throw known.Wrong("give a date");
    }

    private static Instant ReadInstant(JsonPlace place) =>
        InstantPattern.ExtendedIso.Parse(place.Text()).TryGetValue(default, out var instant)
            ? instant
            : throw place.Wrong("give an instant in UTC");

    private static JsonPlace? Known(JsonPlace place) => place.Element.ValueKind == JsonValueKind.Null ? null : place;
}
