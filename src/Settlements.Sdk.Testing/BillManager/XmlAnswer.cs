using System.Text;
using System.Xml;

namespace Settlements.Testing.BillManager;

/// <summary>The <c>out=xml</c> and <c>out=devel</c> forms.</summary>
internal static class XmlAnswer
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true };

    internal static byte[] Write(PanelNode document)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
            Write(writer, document);
        return stream.ToArray();
    }

    private static void Write(XmlWriter writer, PanelNode node)
    {
        writer.WriteStartElement(node.Name);
        foreach (var (name, value) in node.Attributes)
            writer.WriteAttributeString(name, value);
        if (!string.IsNullOrEmpty(node.Text))
            writer.WriteString(node.Text);
        foreach (var child in node.Children)
            Write(writer, child);
        writer.WriteEndElement();
    }
}
