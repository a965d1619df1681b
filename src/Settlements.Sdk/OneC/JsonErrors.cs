using System.Globalization;
using System.Text.Json;

namespace Settlements.OneC;

/// <summary>Errors in JSON: the platform's exceptions, and the keys by which services report theirs.</summary>
internal static class JsonErrors
{
    private const int MaxDepth = 128;
    private const int MaxLevels = 8;
    private static readonly string[] WordKeys =
    [
        "message",
        "Message",
        "description",
        "descr",
        "detail",
        "text",
        "value",
        "errorMessage",
        "error_description",
        "Сообщение",
        "сообщение",
        "Описание",
        "ОписаниеОшибки",
        "ТекстОшибки",
    ];

    /// <summary>Null when the text is not JSON.</summary>
    internal static ErrorBody? Find(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return Find(document.RootElement, 0) ?? new ErrorBody(ErrorBodyKind.Json, Words(document.RootElement, 0));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ErrorBody? Find(JsonElement element, int level)
    {
        if (level > MaxLevels)
            return null;
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                return element.EnumerateArray().Select(item => Find(item, level + 1)).FirstOrDefault(found => found is not null);
            case JsonValueKind.String:
                return TextOf(element) is ['{' or '[', ..] text
                    ? Find(System.Text.Encoding.UTF8.GetBytes(text)) is { Kind: not ErrorBodyKind.Json } found
                        ? found
                        : null
                    : null;
            case JsonValueKind.Object:
                return FindInObject(element, level);
            default:
                return null;
        }
    }

    private static ErrorBody? FindInObject(JsonElement element, int level)
    {
        ErrorBody? error = null;
        var denied = false;
        foreach (var property in element.EnumerateObject())
        {
            var (name, value) = (property.Name, property.Value);
            if (name == "exception" && value.ValueKind == JsonValueKind.Object)
                return PlatformException(value);
            if (name == "odata.error")
                return new ErrorBody(ErrorBodyKind.Error, Words(value, 0));
            if (KeyTable.IsSuccess(name))
                denied |= IsNo(value);
            else if (KeyTable.IsError(name) && SaysSomething(value, 0))
                error ??= new ErrorBody(char.IsAscii(name[0]) ? ErrorBodyKind.Error : ErrorBodyKind.ServiceError, Words(value, 0));
            else if (KeyTable.IsEnvelope(name))
                error ??= Find(value, level + 1);
        }

        if (denied)
            return new ErrorBody(ErrorBodyKind.ServiceError, error is { Words.Length: > 0 } ? error.Words : Words(element, 0));
        return error is { Words.Length: 0 } ? error with { Words = Words(element, 0) } : error;
    }

    private static ErrorBody PlatformException(JsonElement exception)
    {
        int? reason = null;
        var words = new List<string>();
        var current = exception;
        for (var level = 0; level < MaxLevels && current.ValueKind == JsonValueKind.Object; level++)
        {
            if (
                current.TryGetProperty("reason", out var code)
                && int.TryParse(TextOf(code), NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            )
                reason ??= status;
            if (current.TryGetProperty("descr", out var description))
                words.Add(TextOf(description));
            if (!current.TryGetProperty("inner", out current))
                break;
        }

        return new ErrorBody(ErrorBodyKind.PlatformException, string.Join('\n', words), reason);
    }

    /// <summary>What an error says: its text, or the texts under the keys that hold such.</summary>
    private static string Words(JsonElement value, int level) =>
        value.ValueKind switch
        {
            JsonValueKind.String or JsonValueKind.Number => TextOf(value),
            JsonValueKind.Array when level < MaxLevels => Joined(value.EnumerateArray().Select(item => Words(item, level + 1))),
            JsonValueKind.Object when level < MaxLevels => Joined(
                value
                    .EnumerateObject()
                    .Where(p => WordKeys.Contains(p.Name, StringComparer.Ordinal) || KeyTable.IsError(p.Name))
                    .Select(p => Words(p.Value, level + 1))
            ),
            _ => "",
        };

    private static string Joined(IEnumerable<string> parts) => string.Join('\n', parts.Where(part => part.Length > 0));

    private static bool IsNo(JsonElement value) =>
        value.ValueKind == JsonValueKind.False || (FlagText.TryParse(TextOf(value), out var flag) && !flag);

    private static bool SaysSomething(JsonElement value, int level) =>
        value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.String or JsonValueKind.Number => FlagText.TryParse(TextOf(value), out var flag)
                ? flag
                : TextOf(value).Trim().Length > 0,
            JsonValueKind.Array when level < MaxLevels => value.EnumerateArray().Any(item => SaysSomething(item, level + 1)),
            JsonValueKind.Object when level < MaxLevels => value.EnumerateObject().Any(p => SaysSomething(p.Value, level + 1)),
            _ => false,
        };

    private static string TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() ?? ""
                : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
                : "";
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: nothing that could be shown.
            return "";
        }
    }
}
