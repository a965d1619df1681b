using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Settlements.Testing.Scenarios;
using Settlements.Testing.Scenarios.Rules;

namespace Settlements.Tests.RuleScenarioFiles;

/// <summary>Writes the JSON Schema of scenario files from the shapes that the reader checks with.</summary>
internal static class ScenarioSchema
{
    private const string Terms = "terms";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            writer.WriteString("title", "Rule scenarios of Settlements.Sdk");
            WriteObject(writer, ScenarioFile.Root, WriteRootProperty);
            WriteDefinitions(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteRootProperty(Utf8JsonWriter writer, ShapeProperty property)
    {
        if (property.Name != "scenarios")
        {
            WriteShape(writer, property.Shape);
            return;
        }

        writer.WriteString("type", "array");
        writer.WriteNumber("minItems", 1);
        writer.WriteStartObject("items");
        WriteObject(writer, ScenarioFile.Item, WriteItemProperty);
        writer.WriteStartArray("allOf");
        foreach (var rule in ScenarioRules.All)
            WriteRule(writer, rule);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteItemProperty(Utf8JsonWriter writer, ShapeProperty property) =>
        WriteShape(writer, property.Name == "rule" ? new WordShape([.. ScenarioRules.All.Select(rule => rule.Name)]) : property.Shape);

    private static void WriteRule(Utf8JsonWriter writer, ScenarioRule rule)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("if");
        writer.WriteRawValue($$"""{ "properties": { "rule": { "const": "{{rule.Name}}" } } }""");
        writer.WriteStartObject("then");
        writer.WriteStartObject("properties");
        WriteReference(writer, "given", $"{rule.Name}Given");
        WriteReference(writer, "expect", $"{rule.Name}Expect");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteDefinitions(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("$defs");
        writer.WriteStartObject(Terms);
        WriteObject(writer, TermsGiven.Shape, (_, property) => WriteShape(writer, property.Shape));
        writer.WriteEndObject();
        foreach (var rule in ScenarioRules.All)
        {
            writer.WriteStartObject($"{rule.Name}Given");
            WriteShape(writer, rule.Given);
            writer.WriteEndObject();
            writer.WriteStartObject($"{rule.Name}Expect");
            WriteShape(writer, rule.Expect);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter writer, string name, string definition)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue($$"""{ "$ref": "#/$defs/{{definition}}" }""");
    }

    private static void WriteShape(Utf8JsonWriter writer, Shape shape)
    {
        switch (shape)
        {
            case var terms when terms == TermsGiven.Shape:
                writer.WriteString("$ref", $"#/$defs/{Terms}");
                break;
            case var terms when terms == TermsGiven.NullableShape:
                writer.WritePropertyName("anyOf");
                writer.WriteRawValue($$"""[{ "$ref": "#/$defs/{{Terms}}" }, { "type": "null" }]""");
                break;
            case ObjectShape known:
                WriteObject(writer, known, (_, property) => WriteShape(writer, property.Shape));
                break;
            case ListShape list:
                WriteType(writer, "array", shape.IsNullable);
                writer.WriteStartObject("items");
                WriteShape(writer, list.Item);
                writer.WriteEndObject();
                break;
            case WordShape { IsOpen: true } open:
                writer.WritePropertyName("anyOf");
                writer.WriteRawValue($$"""[{ "enum": {{List(open.Words)}} }, { "type": "string" }]""");
                break;
            case WordShape words:
                writer.WritePropertyName("enum");
                writer.WriteRawValue(List([.. words.Words, .. shape.IsNullable ? [null] : Array.Empty<string?>()]));
                break;
            case WholeShape whole:
                WriteType(writer, "integer", shape.IsNullable);
                if (whole.Least == 0)
                    writer.WriteNumber("minimum", whole.Least);
                if (whole.Most < int.MaxValue)
                    writer.WriteNumber("maximum", whole.Most);
                break;
            case FlagShape:
                WriteType(writer, "boolean", shape.IsNullable);
                break;
            case TextShape:
                WriteType(writer, "string", shape.IsNullable);
                break;
            case AmountShape or DateShape:
                WriteType(writer, "string", shape.IsNullable);
                WriteStrings(writer, "examples", [shape is AmountShape ? "1000.50" : "2026-11-21"]);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, ObjectShape shape, Action<Utf8JsonWriter, ShapeProperty> write)
    {
        WriteType(writer, "object", shape.IsNullable);
        writer.WriteBoolean("additionalProperties", value: false);
        WriteStrings(writer, "required", [.. shape.Properties.Where(property => property.IsRequired).Select(property => property.Name)]);
        writer.WriteStartObject("properties");
        foreach (var property in shape.Properties)
        {
            writer.WriteStartObject(property.Name);
            writer.WriteString("description", property.Meaning);
            write(writer, property);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        if (shape.Either is not { } either)
            return;

        writer.WriteStartObject("not");
        writer.WriteString("type", "object");
        WriteStrings(writer, "required", [either.Name]);
        writer.WritePropertyName("anyOf");
        writer.WriteRawValue("[" + string.Join(", ", either.Others.Select(other => $$"""{ "required": {{List([other])}} }""")) + "]");
        writer.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter writer, string type, bool isNullable)
    {
        if (isNullable)
            WriteStrings(writer, "type", [type, "null"]);
        else
            writer.WriteString("type", type);
    }

    private static void WriteStrings(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return;
        writer.WritePropertyName(name);
        writer.WriteRawValue(List(values));
    }

    /// <summary>A list on one line.</summary>
    private static string List(IReadOnlyList<string?> values) =>
        "[" + string.Join(", ", values.Select(value => value is null ? "null" : ScenarioNode.Quote(value))) + "]";
}
