using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Settlements;

/// <summary>Writes a value object of this library as a JSON string and reads it by its own <c>Parse</c>.</summary>
/// <typeparam name="T">The value object: <see cref="Currency"/>, <see cref="CounterpartyId"/>, <see cref="ContractId"/> ...</typeparam>
/// <remarks>Public so that source-generated contexts of other assemblies can use it; it needs no reflection.</remarks>
public sealed class ParsableJsonConverter<T> : JsonConverter<T>
    where T : struct, IParsable<T>
{
    /// <summary>Reads the value from a JSON string.</summary>
    /// <exception cref="JsonException">The token is not a string, or the string is not such a value; the message says what is wrong.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException($"A {typeof(T).Name} is a JSON string, not {reader.TokenType}.");

        try
        {
            return T.Parse(reader.GetString()!, CultureInfo.InvariantCulture);
        }
        catch (FormatException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    /// <summary>Writes the value as a JSON string.</summary>
    /// <exception cref="JsonException">The value is the default of its type: it was never assigned, and what would be written could not be read back.</exception>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (EqualityComparer<T>.Default.Equals(value, default))
            throw new JsonException(
                $"A {typeof(T).Name} to be written was never assigned; a value that may be missing is a {typeof(T).Name}? that is null."
            );
        writer.WriteStringValue(value.ToString());
    }
}
