using System.Text.Json;

namespace Settlements.Testing.BillManager;

/// <summary>The <c>out=bjson</c> form: no <c>doc</c> around it, plain strings, an attribute as <c>element_attribute</c>.</summary>
internal static class BareJsonAnswer
{
    internal static byte[] Write(PanelNode document)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonAnswer.Options))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in document.Attributes)
                writer.WriteString(name, value);
            WriteChildren(writer, document);
            writer.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static void WriteChildren(Utf8JsonWriter writer, PanelNode node)
    {
        foreach (var group in node.Children.GroupBy(c => c.Name, StringComparer.Ordinal))
        {
            var first = group.First();
            if (JsonAnswer.IsArray(group))
            {
                writer.WriteStartArray(group.Key);
                foreach (var item in group)
                    WriteValue(writer, item);
                writer.WriteEndArray();
                continue;
            }
            writer.WritePropertyName(group.Key);
            WriteValue(writer, first);
            if (first.Children.Count == 0)
            {
                foreach (var (name, value) in first.Attributes)
                    writer.WriteString(first.Name + "_" + name, value);
            }
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, PanelNode node)
    {
        if (node.Children.Count == 0)
        {
            writer.WriteStringValue(node.Text ?? "");
            return;
        }
        writer.WriteStartObject();
        foreach (var (name, value) in node.Attributes)
            writer.WriteString(name, value);
        WriteChildren(writer, node);
        writer.WriteEndObject();
    }
}
