using System.Text.Json;

namespace Settlements.Terms;

/// <summary>A value in a JSON text and where it stands, so that whatever is wrong with it is told with its path.</summary>
internal readonly record struct JsonPlace(JsonElement Element, string Path)
{
    private const int Quoted = 60;

    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
    };

    /// <summary>The value, word for word, as far as a person would read it.</summary>
    private string Raw
    {
        get
        {
            var raw = Element.GetRawText();
            return raw.Length <= Quoted ? raw : raw[..Quoted] + "...";
        }
    }

    /// <summary>Reads a text whose root is named in messages.</summary>
    internal static T Read<T>(string json, string root, Func<JsonPlace, T> read)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = Parse(json, root);
        return read(new JsonPlace(document.RootElement, root));
    }

    internal FormatException Wrong(string fix, Exception? cause = null) => new($"{Path} is {Raw}; {fix}.", cause);

    /// <summary>Makes sure that it is an object of known properties.</summary>
    internal void HasOnly(params ReadOnlySpan<string> names)
    {
        if (Element.ValueKind != JsonValueKind.Object)
            throw Wrong($"give an object with {string.Join(", ", names)}");
        foreach (var property in Element.EnumerateObject())
        {
            if (!names.Contains(property.Name))
                throw new FormatException($"{Path} has no property '{property.Name}'; it may have {string.Join(", ", names)}.");
        }
    }

    /// <summary>A property of this object; null when it is left out.</summary>
    internal JsonPlace? Find(string name) => Element.TryGetProperty(name, out var value) ? new JsonPlace(value, Path + "." + name) : null;

    /// <summary>A property of this object; null when it is left out or null.</summary>
    internal JsonPlace? FindKnown(string name) => Find(name) is { Element.ValueKind: not JsonValueKind.Null } known ? known : null;

    internal JsonPlace Get(string name) => Find(name) ?? throw new FormatException($"{Path} has no '{name}'; it must have one.");

    /// <summary>The only property of this object.</summary>
    internal (string Name, JsonPlace Value) Only(string fix)
    {
        if (Element.ValueKind != JsonValueKind.Object || Element.GetPropertyCount() != 1)
            throw Wrong(fix);
        var name = Element.EnumerateObject().First().Name;
        return (name, Get(name));
    }

    internal IEnumerable<JsonPlace> Items()
    {
        if (Element.ValueKind != JsonValueKind.Array)
            throw Wrong("give an array");
        var path = Path;
        return Element.EnumerateArray().Select((item, index) => new JsonPlace(item, FormattableString.Invariant($"{path}[{index}]")));
    }

    internal string Text()
    {
        try
        {
            return Element.ValueKind == JsonValueKind.String ? Element.GetString()! : throw Wrong("give a string");
        }
        catch (InvalidOperationException e)
        {
            throw Wrong("give a text without half of a surrogate pair", e);
        }
    }

    internal T Word<T>(params ReadOnlySpan<(string Text, T Value)> words)
    {
        var text = Element.ValueKind == JsonValueKind.String ? Text() : null;
        foreach (var word in words)
        {
            if (text == word.Text)
                return word.Value;
        }

        throw Wrong("give one of " + string.Join(", ", words.ToArray().Select(word => $"\"{word.Text}\"")));
    }

    /// <summary>A decimal number as a string, digit for digit.</summary>
    internal decimal Number() =>
        Element.ValueKind == JsonValueKind.String && Decimals.TryParseExact(Text(), out var number)
            ? number
            : throw Wrong("give a decimal number with a dot as a string, such as \"12.5\", with no more digits than a decimal holds");

    internal int Whole() =>
        Element.ValueKind == JsonValueKind.Number && Element.TryGetInt32(out var number) ? number : throw Wrong("give a whole number");

    internal void MustBeTrue()
    {
        if (Element.ValueKind != JsonValueKind.True)
            throw Wrong("give true, or leave it out");
    }

    private static JsonDocument Parse(string json, string root)
    {
        try
        {
            return JsonDocument.Parse(json.AsMemory().TrimStart('\uFEFF'), Options);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            // Half of a surrogate pair is an ArgumentException in the text itself, and an InvalidOperationException when it is escaped in a property's name.
            throw new FormatException($"{root}: not valid JSON: {e.Message}", e);
        }
    }
}
