using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Settlements.OneC;

/// <summary>The rows of a directory's answer, taken out of whatever they are wrapped in.</summary>
internal sealed class DirectoryAnswer : IDisposable
{
    // As for balances: JSON in a string in a string is nobody's format.
    private const int MaxTextLevels = 2;

    private readonly OneCDirectoryFieldOptions _fields;
    private readonly int _maxDepth;
    private readonly List<JsonDocument> _documents = [];
    private readonly List<DirectoryRow> _rows = [];

    private DirectoryAnswer(OneCDirectoryFieldOptions fields, int maxDepth)
    {
        _fields = fields;
        _maxDepth = maxDepth;
    }

    internal IReadOnlyList<DirectoryRow> Rows => _rows;

    /// <summary>False when the answer was a counterparty by itself.</summary>
    internal bool IsList { get; private set; }

    /// <exception cref="UnreadableAnswerException">It is no list of counterparties and no counterparty.</exception>
    internal static DirectoryAnswer Open(BodyText body, OneCDirectoryFieldOptions fields, int maxDepth, ReadingNotes notes)
    {
        var answer = new DirectoryAnswer(fields, maxDepth);
        try
        {
            var root = answer.Parse(body.Utf8);
            if (ErrorBody.Of(body.Utf8) is { Kind: not ErrorBodyKind.Json })
                throw new UnreadableAnswerException("The service reports an error without saying which.");
            answer.Unwrap(root, textLevel: 0);
            if (body.Remark is { } remark)
                notes.Add("", remark);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    public void Dispose() => _documents.ForEach(document => document.Dispose());

    private JsonElement Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            // Refuses what nests too deep and a key that stands twice, wherever it stands.
            var walk = new JsonWalk(utf8.Span, _maxDepth, mayJump: false);
            walk.Read();
            walk.Skip();
            walk.ReadEnd();
            var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = _maxDepth + 1 });
            _documents.Add(document);
            return document.RootElement;
        }
        catch (JsonException broken)
        {
            throw new UnreadableAnswerException(
                FormattableString.Invariant(
                    $"The JSON is broken or cut short at line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}."
                )
            );
        }
    }

    private void Unwrap(JsonElement element, int textLevel)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String when textLevel < MaxTextLevels:
                Unwrap(Parse(Encoding.UTF8.GetBytes(DirectoryRow.TextOf(element).Trim('\uFEFF', ' ', '\t', '\r', '\n'))), textLevel + 1);
                break;
            case JsonValueKind.Array when element.GetArrayLength() == 1 && IsWrapper(element[0]):
                Unwrap(element[0], textLevel);
                break;
            case JsonValueKind.Array:
                AddList(element, "");
                break;
            case JsonValueKind.Object:
                UnwrapObject(element, textLevel);
                break;
            default:
                throw NoList();
        }
    }

    private void UnwrapObject(JsonElement element, int textLevel)
    {
        var answer = new DirectoryRow(element, "");
        if (answer.Find(_fields.List, out var list) is { } listed)
            AddList(listed, list);
        else if (answer.Find(_fields.Counterparty, out _) is not null)
            _rows.Add(answer);
        else if (Envelopes(element).ToList() is [var only])
            Unwrap(only.Value, textLevel);
        else
            throw NoList();
    }

    private bool IsWrapper(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
        && new DirectoryRow(element, "") is var row
        && row.Find(_fields.Counterparty, out _) is null
        && (row.Find(_fields.List, out _) is not null || Envelopes(element).Any());

    private void AddList(JsonElement list, string path)
    {
        IsList = true;
        var items = list.ValueKind switch
        {
            JsonValueKind.Array => list.EnumerateArray().ToList(),
            JsonValueKind.Object => Counted(list, path),
            _ => throw UnreadableAnswerException.Field(path, "is no array; give an empty one when there is no counterparty."),
        };
        for (var i = 0; i < items.Count; i++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
            if (items[i].ValueKind != JsonValueKind.Object)
                throw UnreadableAnswerException.Field(place, "is no object where a row must stand.");
            _rows.Add(new DirectoryRow(items[i], place + "."));
        }
    }

    // The platform can write an array as an object with the keys 0, 1, 2.
    private static List<JsonElement> Counted(JsonElement list, string path)
    {
        var items = new List<JsonElement>();
        foreach (var property in list.EnumerateObject())
        {
            if (property.Name != items.Count.ToString(CultureInfo.InvariantCulture))
                throw UnreadableAnswerException.Field(path, "is an object whose keys do not count from 0, where an array must stand.");
            items.Add(property.Value);
        }

        return items;
    }

    private static IEnumerable<JsonProperty> Envelopes(JsonElement element) =>
        element.EnumerateObject().Where(property => KeyTable.IsEnvelope(property.Name));

    private static UnreadableAnswerException NoList() =>
        new("The answer holds no list of counterparties, which is not the same as an empty one: look at Directory.Fields.");
}
