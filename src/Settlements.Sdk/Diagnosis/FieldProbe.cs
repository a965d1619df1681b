using System.Buffers;
using System.Text.Json;
using Settlements.OneC;

namespace Settlements.Diagnosis;

/// <summary>Reads single values of an answer by themselves, with the client's own reader, so that one that cannot be read does not hide the others.</summary>
internal sealed class FieldProbe(OneCOptions options)
{
    private const int MaxProblems = 5;

    private readonly ReadingRules _rules = new(options);

    /// <summary>What is wrong with a value, with the key it is about; empty when it can be read.</summary>
    internal IReadOnlyList<(string Key, string Problem)> Problems(MappedField field, string key, JsonElement value)
    {
        if (field.Key is not (BalanceKey.Documents or BalanceKey.Payments) || value.ValueKind != JsonValueKind.Array)
            return Problem(key, value, isRow: false) is { } problem ? [Split(key, problem)] : [];

        List<(string, string)> found = [];
        var number = 0;
        foreach (var row in value.EnumerateArray())
        {
            if (Problem(key, row, isRow: true) is { } problem)
            {
                var (path, what) = Split(key, problem);
                found.Add((path.Replace("[0]", FormattableString.Invariant($"[{number}]"), StringComparison.Ordinal), what));
            }

            if (found.Count == MaxProblems)
                break;
            number++;
        }

        return found;
    }

    private string? Problem(string key, JsonElement value, bool isRow)
    {
        try
        {
            _ = BalanceJsonReader.Read(Wrapped(KeyTable.WithoutEnvelopes(key), value, isRow), _rules, mayJump: false);
            return null;
        }
        catch (UnreadableAnswerException unreadable)
        {
            return unreadable.Message;
        }
    }

    /// <summary>An answer of nothing but one value; a row of a list stands in a list of one.</summary>
    private static ReadOnlySpan<byte> Wrapped(string key, JsonElement value, bool isRow)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            var segments = key.Split('.');
            writer.WriteStartObject();
            foreach (var segment in segments[..^1])
                writer.WriteStartObject(segment);
            writer.WritePropertyName(segments[^1]);
            if (isRow)
                writer.WriteStartArray();
            value.WriteTo(writer);
            if (isRow)
                writer.WriteEndArray();
            for (var i = 0; i < segments.Length; i++)
                writer.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    // The reader's messages begin with the path of the value.
    private static (string Key, string Problem) Split(string key, string message) =>
        message.Split(": ", 2) is [var path, var problem] && path.StartsWith(key.Split('.')[0], StringComparison.Ordinal)
            ? (path, problem)
            : (key, message);
}
