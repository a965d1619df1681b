using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Settlements.Testing.Scenarios;

/// <summary>A JSON value that knows where it stands in its file. Answers of rules are made of it too, so that both sides are compared and shown alike.</summary>
internal sealed class ScenarioNode
{
    private ScenarioNode(ScenarioNodeKind kind, string text)
    {
        Kind = kind;
        Text = text;
    }

    internal ScenarioNodeKind Kind { get; }

    /// <summary>The content of a text; a number or a flag as written; empty for the others.</summary>
    internal string Text { get; }

    internal IReadOnlyList<ScenarioMember> Members { get; private init; } = [];

    internal IReadOnlyList<ScenarioNode> Items { get; private init; } = [];

    internal TextPosition Position { get; private init; }

    /// <summary>The bytes of an object as they stand in the file; empty otherwise.</summary>
    internal ReadOnlyMemory<byte> Raw { get; private init; }

    /// <summary>The value of a property; null when it is left out, and also when it is written as null.</summary>
    internal ScenarioNode? this[string name] => Find(name) is { Kind: not ScenarioNodeKind.Null } value ? value : null;

    internal static ScenarioNode Scalar(ScenarioNodeKind kind, string text, TextPosition position) =>
        new(kind, text) { Position = position };

    internal static ScenarioNode List(IReadOnlyList<ScenarioNode> items, TextPosition position) =>
        new(ScenarioNodeKind.List, "") { Items = items, Position = position };

    internal static ScenarioNode Object(IReadOnlyList<ScenarioMember> members, TextPosition position, ReadOnlyMemory<byte> raw) =>
        new(ScenarioNodeKind.Object, "")
        {
            Members = members,
            Position = position,
            Raw = raw,
        };

    internal static ScenarioNode Of(string? text) => text is null ? new(ScenarioNodeKind.Null, "null") : new(ScenarioNodeKind.Text, text);

    internal static ScenarioNode Of(bool flag) => new(ScenarioNodeKind.Flag, flag ? "true" : "false");

    internal static ScenarioNode Of(IEnumerable<ScenarioNode> items) => new(ScenarioNodeKind.List, "") { Items = [.. items] };

    internal static ScenarioNode Of(params ReadOnlySpan<(string Name, ScenarioNode Value)> members)
    {
        var list = new List<ScenarioMember>(members.Length);
        foreach (var (name, value) in members)
            list.Add(new ScenarioMember(name, default, value));
        return new ScenarioNode(ScenarioNodeKind.Object, "") { Members = list };
    }

    /// <summary>The value of a property, JSON null included; null when the property is left out.</summary>
    internal ScenarioNode? Find(string name)
    {
        foreach (var member in Members)
        {
            if (member.Name == name)
                return member.Value;
        }

        return null;
    }

    /// <summary>The object with some of its properties only.</summary>
    internal ScenarioNode Only(IReadOnlyList<string> names) =>
        new(Kind, Text) { Members = [.. Members.Where(member => names.Contains(member.Name, StringComparer.Ordinal))] };

    /// <summary>One line of JSON.</summary>
    public override string ToString() =>
        Kind switch
        {
            ScenarioNodeKind.Text => Quote(Text),
            ScenarioNodeKind.List => Items.Count == 0 ? "[]" : "[" + string.Join(", ", Items) + "]",
            ScenarioNodeKind.Object when Members.Count == 0 => "{}",
            ScenarioNodeKind.Object => "{ "
                + string.Join(", ", Members.Select(static member => Quote(member.Name) + ": " + member.Value))
                + " }",
            _ => Text,
        };

    internal static string Quote(string text) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"");
}
