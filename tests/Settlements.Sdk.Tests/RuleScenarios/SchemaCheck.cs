using System.Globalization;
using System.Text.Json;

namespace Settlements.Tests.RuleScenarioFiles;

/// <summary>As much of JSON Schema as the schema of scenario files uses; a keyword beyond that is a fault of the test.</summary>
internal sealed class SchemaCheck(JsonElement root)
{
    private static readonly string[] Remarks = ["$schema", "$defs", "title", "description", "examples", "then"];

    public IEnumerable<string> Faults(JsonElement value) => Faults(root, value, "");

    private IEnumerable<string> Faults(JsonElement schema, JsonElement value, string path) =>
        schema
            .EnumerateObject()
            .Where(keyword => !Remarks.Contains(keyword.Name, StringComparer.Ordinal))
            .SelectMany(keyword => Faults(schema, keyword, value, path));

    private IEnumerable<string> Faults(JsonElement schema, JsonProperty keyword, JsonElement value, string path)
    {
        var rule = keyword.Value;
        return keyword.Name switch
        {
            "$ref" => Faults(root.GetProperty("$defs").GetProperty(rule.GetString()!.Split('/')[^1]), value, path),
            "type" => Fault(
                rule.ValueKind == JsonValueKind.Array
                    ? rule.EnumerateArray().Any(type => HasType(value, type.GetString()!))
                    : HasType(value, rule.GetString()!),
                $"{path} is not {rule}"
            ),
            "enum" => Fault(rule.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)), $"{path} is none of {rule}"),
            "const" => Fault(JsonElement.DeepEquals(rule, value), $"{path} is not {rule}"),
            "minimum" => Fault(
                value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= rule.GetDecimal(),
                $"{path} is below {rule}"
            ),
            "maximum" => Fault(
                value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= rule.GetDecimal(),
                $"{path} is above {rule}"
            ),
            "minItems" => Fault(
                value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.GetInt32(),
                $"{path} is too short"
            ),
            "required" => Members(value)
                .SelectMany(_ =>
                    rule.EnumerateArray()
                        .Where(name => !value.TryGetProperty(name.GetString()!, out var _))
                        .Select(name => $"{path} lacks {name}")
                ),
            "additionalProperties" => Members(value)
                .SelectMany(members => members.Where(member => !schema.GetProperty("properties").TryGetProperty(member.Name, out _)))
                .Select(member => $"{path} knows no {member.Name}"),
            "properties" => Members(value)
                .SelectMany(members => members.Where(member => rule.TryGetProperty(member.Name, out _)))
                .SelectMany(member => Faults(rule.GetProperty(member.Name), member.Value, $"{path}/{member.Name}")),
            "items" => value.ValueKind == JsonValueKind.Array
                ? value
                    .EnumerateArray()
                    .SelectMany((item, i) => Faults(rule, item, string.Create(CultureInfo.InvariantCulture, $"{path}/{i}")))
                : [],
            "allOf" => rule.EnumerateArray().SelectMany(one => Faults(one, value, path)),
            "anyOf" => Fault(rule.EnumerateArray().Any(one => !Faults(one, value, path).Any()), $"{path} fits none of several"),
            "not" => Fault(Faults(rule, value, path).Any(), $"{path} has what excludes each other"),
            "if" => Faults(rule, value, path).Any() ? [] : Faults(schema.GetProperty("then"), value, path),
            _ => [$"The test does not know the keyword {keyword.Name}"],
        };
    }

    private static IEnumerable<string> Fault(bool isFine, string fault) => isFine ? [] : [fault];

    /// <summary>Keywords about objects say nothing about other values.</summary>
    private static IEnumerable<IEnumerable<JsonProperty>> Members(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? [value.EnumerateObject()] : [];

    private static bool HasType(JsonElement value, string type) =>
        type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            _ => value.ValueKind == JsonValueKind.Null,
        };
}
