using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaymentExport;

/// <summary>One result a line.</summary>
internal static class JsonLines
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Outcome outcome)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            if (outcome.DocumentId is { } id)
                json.WriteString("document", id);
            else
                json.WriteNull("document");
            if (outcome.Row is { } row)
                json.WriteNumber("row", row);
            json.WriteString("state", Name(outcome.State));
            json.WriteString("payment", Text(outcome.PaymentId));
            json.WriteString("payer", Text(outcome.PayerId));
            json.WriteString("matchedBy", outcome.MatchedBy is { } match ? Name(match) : null);
            if (outcome.Error is { } error)
            {
                json.WriteStartObject("error");
                json.WriteString("kind", Name(error.Kind));
                json.WriteString("message", error.Message);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("error");
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string? Text(long? id) => id?.ToString(CultureInfo.InvariantCulture);
}
