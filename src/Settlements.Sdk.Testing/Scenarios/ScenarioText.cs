using System.Text;
using System.Text.Json;

namespace Settlements.Testing.Scenarios;

/// <summary>The text of a file, read as JSON with comments into values that know their lines.</summary>
/// <remarks>
/// Stricter than JSON itself in one point: a property that stands twice in one object is refused, since a reader cannot tell which of the two was meant.
/// </remarks>
internal sealed class ScenarioText
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip };

    private readonly ReadOnlyMemory<byte> _json;
    private int _offset;
    private TextPosition _position = new(1, 1);

    private ScenarioText(ReadOnlyMemory<byte> json) => _json = json;

    /// <summary>Reads UTF-8 with or without a byte order mark.</summary>
    /// <exception cref="ScenarioFormatException">It is not JSON, or a property stands twice.</exception>
    internal static ScenarioNode Read(ReadOnlyMemory<byte> utf8)
    {
        var text = new ScenarioText(utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8);
        var reader = new Utf8JsonReader(text._json.Span, Options);
        try
        {
            reader.Read();
            var root = text.Value(ref reader);
            reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            throw new ScenarioFormatException(text.PositionOf(e), "Not JSON: " + Plain(e.Message));
        }
    }

    private ScenarioNode Value(ref Utf8JsonReader reader)
    {
        var position = PositionAt((int)reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => Object(ref reader, position),
            JsonTokenType.StartArray => List(ref reader, position),
            JsonTokenType.String => ScenarioNode.Scalar(ScenarioNodeKind.Text, Text(ref reader), position),
            JsonTokenType.Number => Literal(ref reader, ScenarioNodeKind.Number, position),
            JsonTokenType.Null => Literal(ref reader, ScenarioNodeKind.Null, position),
            _ => Literal(ref reader, ScenarioNodeKind.Flag, position),
        };
    }

    private ScenarioNode Object(ref Utf8JsonReader reader, TextPosition position)
    {
        var start = (int)reader.TokenStartIndex;
        var members = new List<ScenarioMember>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var namePosition = PositionAt((int)reader.TokenStartIndex);
            var name = Text(ref reader);
            if (!lines.TryAdd(name, namePosition.Line))
                throw new ScenarioFormatException(
                    namePosition,
                    $"The property {ScenarioNode.Quote(name)} stands twice in one object, first on line {Number(lines[name])}: take one of them out."
                );

            reader.Read();
            members.Add(new ScenarioMember(name, namePosition, Value(ref reader)));
        }

        return ScenarioNode.Object(members, position, _json[start..(int)reader.BytesConsumed]);
    }

    private ScenarioNode List(ref Utf8JsonReader reader, TextPosition position)
    {
        var items = new List<ScenarioNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(Value(ref reader));
        return ScenarioNode.List(items, position);
    }

    private static ScenarioNode Literal(ref Utf8JsonReader reader, ScenarioNodeKind kind, TextPosition position) =>
        ScenarioNode.Scalar(kind, Encoding.UTF8.GetString(reader.ValueSpan), position);

    private string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new ScenarioFormatException(
                PositionAt((int)reader.TokenStartIndex),
                "Not JSON: this text is not valid UTF-8, or has half of a surrogate pair. Save the file as UTF-8."
            );
        }
    }

    /// <summary>Tokens come in the order of the file, so each stretch of it is looked at once.</summary>
    private TextPosition PositionAt(int offset)
    {
        var passed = _json.Span[_offset..Math.Max(_offset, offset)];
        var lastBreak = passed.LastIndexOf((byte)'\n');
        var columns = Encoding.UTF8.GetCharCount(passed[(lastBreak + 1)..]);
        _position =
            lastBreak < 0
                ? _position with
                {
                    Column = _position.Column + columns,
                }
                : new TextPosition(_position.Line + passed.Count((byte)'\n'), columns + 1);
        _offset += passed.Length;
        return _position;
    }

    private TextPosition PositionOf(JsonException e)
    {
        var bytes = _json.Span;
        var start = 0;
        for (var line = e.LineNumber ?? 0; line > 0; line--)
            start += bytes[start..].IndexOf((byte)'\n') + 1;
        return PositionAt((int)Math.Min(start + (e.BytePositionInLine ?? 0), bytes.Length));
    }

    // The reader's own message ends with hints to programmers and with its own position, counted from zero.
    private static string Plain(string message)
    {
        if (message.Contains("does not contain any JSON tokens", StringComparison.Ordinal))
            return "the file is empty.";
        foreach (var tail in (ReadOnlySpan<string>)[" LineNumber:", " Change the reader options", " Path:"])
        {
            var at = message.IndexOf(tail, StringComparison.Ordinal);
            message = at < 0 ? message : message[..at];
        }

        return message;
    }

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
