using System.Text;
using System.Text.Json;
using Settlements.OneC;

namespace Settlements.Diagnosis;

/// <summary>The keys of an answer as they stand there, with wrappers opened as the client opens them.</summary>
internal sealed class AnswerKeys
{
    private const int MaxLevels = 8;

    private readonly HashSet<string> _mapped;
    private readonly List<JsonProperty> _own = [];

    private AnswerKeys(HashSet<string> mapped) => _mapped = mapped;

    /// <summary>The keys of the balance itself, in order; those of wrappers are not among them.</summary>
    internal IReadOnlyList<JsonProperty> Own => _own;

    /// <summary>Null when the body is no JSON.</summary>
    internal static AnswerKeys? Of(ReadOnlyMemory<byte> utf8, OneCOptions options)
    {
        var mapped = MappedField
            .All(options.Fields)
            .Where(field => field.Place == KeyPlace.Balance)
            .SelectMany(field => field.Keys)
            .Select(key => KeyTable.WithoutEnvelopes(key).Split('.')[0])
            .ToHashSet(StringComparer.Ordinal);
        var keys = new AnswerKeys(mapped);
        return Parse(utf8, options.MaxDepth) is { } root && keys.Open(root, options.MaxDepth, 0) ? keys : null;
    }

    /// <summary>What stands under a mapped key; null when nothing does.</summary>
    internal JsonElement? Find(string key)
    {
        var segments = KeyTable.WithoutEnvelopes(key).Split('.');
        foreach (var property in _own.Where(property => property.Name == segments[0]))
            if (Find(property.Value, segments.AsSpan(1)) is { } found)
                return found;
        return null;
    }

    /// <summary>What stands under a key of an object, or of an object in it where the key has dots.</summary>
    internal static JsonElement? Find(JsonElement element, ReadOnlySpan<string> segments)
    {
        foreach (var segment in segments)
        {
            if (element is { ValueKind: JsonValueKind.Array } && element.GetArrayLength() == 1)
                element = element[0];
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(segment, out element))
                return null;
        }

        return element;
    }

    private static JsonElement? Parse(ReadOnlyMemory<byte> utf8, int maxDepth)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = maxDepth });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Broken JSON is the client's to report; there are no keys to look at.
            return null;
        }
    }

    private bool Open(JsonElement element, int maxDepth, int level)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array when level < MaxLevels && element.GetArrayLength() == 1:
                return Open(element[0], maxDepth, level + 1);
            case JsonValueKind.String when level < MaxLevels && element.GetString() is ['{' or '[', ..] text:
                return Parse(Encoding.UTF8.GetBytes(text), maxDepth) is { } inner && Open(inner, maxDepth, level + 1);
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                    if (
                        _mapped.Contains(property.Name)
                        || !KeyTable.IsEnvelope(property.Name)
                        || !Open(property.Value, maxDepth, level + 1)
                    )
                        _own.Add(property);
                return true;
            default:
                return false;
        }
    }
}
