using System.Text.Json;
using System.Text.Json.Serialization;

namespace Settlements;

/// <summary>Writes an amount as <c>{"amount":"1000.50","currency":"RUB"}</c>, and reads that alone.</summary>
/// <remarks>
/// The number is a string, since readers in other languages make a floating-point number of a JSON number. Nothing is rounded. <c>default(Money)</c> is not
/// written: an amount that may be missing is a <c>Money?</c> that is null. Public so that source-generated contexts of other assemblies can use it; it needs no
/// reflection.
/// </remarks>
public sealed class MoneyJsonConverter : JsonConverter<Money>
{
    private const string Form = "give {\"amount\":\"1000.50\",\"currency\":\"RUB\"}";

    /// <summary>Reads an amount.</summary>
    /// <exception cref="JsonException">It is no such object, or one of its two properties is missing, repeated or not what it must be; the message says which.</exception>
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"A Money is a JSON object, not {reader.TokenType}; {Form}.");

        decimal? amount = null;
        Currency? currency = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (amount is null && reader.ValueTextEquals("amount"))
                amount = AmountOf(ref reader);
            else if (currency is null && reader.ValueTextEquals("currency"))
                currency = CurrencyOf(ref reader);
            else
                throw new JsonException($"A Money has one \"amount\" and one \"currency\" and nothing else; {Form}.");
        }

        return amount is { } number && currency is { } known
            ? new Money(number, known)
            : throw new JsonException($"A Money without {(amount is null ? "\"amount\"" : "\"currency\"")}; {Form}.");
    }

    /// <summary>Writes an amount.</summary>
    /// <exception cref="JsonException">The amount is <c>default(Money)</c>: it was never assigned.</exception>
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.Currency.IsNone)
            throw new JsonException("A Money to be written was never assigned; an amount that may be missing is a Money? that is null.");
        writer.WriteStartObject();
        writer.WriteString("amount", value.ToAmountString());
        writer.WriteString("currency", value.Currency.Code);
        writer.WriteEndObject();
    }

    private static decimal AmountOf(ref Utf8JsonReader reader) =>
        Decimals.TryParseExact(Text(ref reader), out var amount)
            ? amount
            : throw new JsonException(
                "A Money's \"amount\" is a decimal number with a dot, as a string, and has no more digits than a decimal holds: \"1000.50\"."
            );

    private static Currency CurrencyOf(ref Utf8JsonReader reader) =>
        Currency.TryParse(Text(ref reader), out var currency)
            ? currency
            : throw new JsonException("A Money's \"currency\" is a code of ISO 4217, as a string: \"RUB\".");

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
    }
}
