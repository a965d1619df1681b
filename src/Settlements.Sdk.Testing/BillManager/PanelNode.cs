namespace Settlements.Testing.BillManager;

/// <summary>An element of an answer, before it is known in which form it goes out.</summary>
internal sealed class PanelNode(string name)
{
    internal string Name { get; } = name;

    internal string? Text { get; set; }

    internal List<KeyValuePair<string, string>> Attributes { get; } = [];

    internal List<PanelNode> Children { get; } = [];

    internal static PanelNode Of(string name, string? text) => new(name) { Text = text };

    internal PanelNode With(string attribute, string value)
    {
        Attributes.Add(new(attribute, value));
        return this;
    }

    internal PanelNode Add(params IEnumerable<PanelNode> children)
    {
        Children.AddRange(children);
        return this;
    }

    internal PanelNode Add(string name, string? text = null) => Add(Of(name, text));

    internal string? Attribute(string name) => Attributes.Find(a => a.Key == name).Value;

    internal PanelNode? Child(string name) => Children.Find(c => c.Name == name);
}
