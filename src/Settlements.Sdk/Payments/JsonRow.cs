using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Settlements.Payments;

/// <summary>Reads the properties of one JSON object, strictly, and collects what is wrong.</summary>
internal sealed class JsonRow
{
    private readonly Dictionary<string, JsonElement> _properties = new(StringComparer.Ordinal);
    private readonly string _prefix;
    private readonly List<string> _problems;

    internal JsonRow(JsonElement element, string prefix, List<string> problems)
    {
        (_prefix, _problems) = (prefix, problems);
        foreach (var property in element.EnumerateObject())
        {
            if (!_properties.TryAdd(property.Name, property.Value))
                Wrong(property.Name, "stands there twice");
        }
    }

    internal void Wrong(string name, string problem) => _problems.Add($"{_prefix}{name} {problem}.");

    /// <summary>A text that must be there and not be blank; a number is taken for its digits.</summary>
    internal string Text(string name)
    {
        if (!TryGet(name, out var value))
            return "";
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetRawText(),
            _ => "",
        };
        if (string.IsNullOrWhiteSpace(text))
            Wrong(name, "must be a text that is not blank");
        return text.Trim();
    }

    /// <summary>A text that may be null, blank or left out.</summary>
    internal string? OptionalText(string name)
    {
        if (!_properties.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind != JsonValueKind.String)
        {
            Wrong(name, "must be a text or null");
            return null;
        }
        var text = value.GetString()!.Trim();
        return text.Length == 0 ? null : text;
    }

    internal long Whole(string name)
    {
        if (!TryGet(name, out var value))
            return 0;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= 0)
            return number;
        Wrong(name, "must be a whole number that is not negative");
        return 0;
    }

    internal bool Flag(string name)
    {
        if (!TryGet(name, out var value))
            return false;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Wrong(name, "must be true or false");
        return value.ValueKind == JsonValueKind.True;
    }

    internal Guid Id(string name)
    {
        if (!TryGet(name, out var value))
            return Guid.Empty;
        if (value.ValueKind == JsonValueKind.String && Guid.TryParse(value.GetString(), out var id) && id != Guid.Empty)
            return id;
        Wrong(name, "must be a GUID, and not the empty one");
        return Guid.Empty;
    }

    internal T Choice<T>(string name, params (string Text, T Value)[] choices)
        where T : struct
    {
        if (!TryGet(name, out var value))
            return default;
        foreach (var (text, choice) in choices)
        {
            if (value.ValueKind == JsonValueKind.String && value.ValueEquals(text))
                return choice;
        }
        Wrong(name, "must be one of " + string.Join(", ", choices.Select(choice => choice.Text)));
        return default;
    }

    /// <summary>A decimal number with a dot, as text or as a JSON number; nothing is rounded.</summary>
    internal decimal? Amount(string name)
    {
        if (!TryGet(name, out var value))
            return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        if (
            text is { Length: <= 28 }
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
        )
            return amount;
        Wrong(name, "must be a decimal number with a dot and without sign, such as \"1000.00\"");
        return null;
    }

    internal JsonRow? Object(string name)
    {
        if (!TryGet(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return new JsonRow(value, name + ".", _problems);
        Wrong(name, "must be an object");
        return null;
    }

    private bool TryGet(string name, [NotNullWhen(true)] out JsonElement value)
    {
        if (_properties.TryGetValue(name, out value) && value.ValueKind != JsonValueKind.Null)
            return true;
        Wrong(name, "is missing");
        return false;
    }
}
