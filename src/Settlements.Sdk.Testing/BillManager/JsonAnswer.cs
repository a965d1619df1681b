using System.Text.Encodings.Web;
using System.Text.Json;

namespace Settlements.Testing.BillManager;

/// <summary>The <c>out=json</c> form: text as <c>$</c>, attributes as <c>$name</c>, repeated elements as arrays, everything a string.</summary>
internal static class JsonAnswer
{
    internal static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static byte[] Write(PanelNode document)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WritePropertyName(document.Name);
            Write(writer, document);
            writer.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, PanelNode node)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in node.Attributes)
            writer.WriteString("$" + name, value);
        if (!string.IsNullOrEmpty(node.Text))
            writer.WriteString("$", node.Text);
        foreach (var group in node.Children.GroupBy(c => c.Name, StringComparer.Ordinal))
        {
            writer.WritePropertyName(group.Key);
            if (group.Key == "messages")
                WriteMessages(writer, group.First());
            else if (IsArray(group))
                WriteArray(writer, group);
            else
                Write(writer, group.First());
        }
        writer.WriteEndObject();
    }

    /// <summary>Rows and selections are arrays even when there is one.</summary>
    internal static bool IsArray(IGrouping<string, PanelNode> group) => group.Key is "elem" or "slist" or "val" || group.Skip(1).Any();

    private static void WriteArray(Utf8JsonWriter writer, IEnumerable<PanelNode> nodes)
    {
        writer.WriteStartArray();
        foreach (var node in nodes)
            Write(writer, node);
        writer.WriteEndArray();
    }

    private static void WriteMessages(Utf8JsonWriter writer, PanelNode messages)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in messages.Attributes)
            writer.WriteString("$" + name, value);
        writer.WriteStartObject("msg");
        foreach (var message in messages.Children)
            writer.WriteString(message.Attribute("name") ?? "", message.Text ?? "");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
