using System.Text.Json;

namespace Settlements.OneC;

/// <summary>The keys seen so far in one object, so that none is taken twice.</summary>
internal ref struct ObjectKeys
{
    private const int FewKeys = 32;

    private readonly List<(int Start, int Length)> _plain;
    private readonly int _base;
    private ulong _known;
    private HashSet<string>? _many;

    /// <param name="plain">Shared by all objects of an answer: those of the outer objects stand below the ones of this.</param>
    internal ObjectKeys(List<(int Start, int Length)> plain)
    {
        _plain = plain;
        _base = plain.Count;
    }

    /// <exception cref="UnreadableAnswerException">The key stood in this object before.</exception>
    internal void Add(KeyEntry? entry, ref Utf8JsonReader reader, int start, ReadOnlySpan<byte> json)
    {
        if (entry is { Ordinal: < 64 })
        {
            var bit = 1UL << entry.Ordinal;
            if ((_known & bit) != 0)
                throw Twice(entry.Path);
            _known |= bit;
            return;
        }

        if (_many is null && !reader.ValueIsEscaped && _plain.Count - _base < FewKeys)
            AddPlain(reader.ValueSpan, start, json);
        else
            AddText(ref reader, json);
    }

    /// <summary>Gives the room for the keys of this object back.</summary>
    internal readonly void End()
    {
        if (_plain.Count > _base)
            _plain.RemoveRange(_base, _plain.Count - _base);
    }

    private readonly void AddPlain(ReadOnlySpan<byte> key, int start, ReadOnlySpan<byte> json)
    {
        for (var i = _base; i < _plain.Count; i++)
        {
            var (at, length) = _plain[i];
            if (length == key.Length && json.Slice(at, length).SequenceEqual(key))
                throw Twice(System.Text.Encoding.UTF8.GetString(key));
        }

        _plain.Add((start, key.Length));
    }

    private void AddText(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        if (_many is null)
        {
            _many = new HashSet<string>(StringComparer.Ordinal);
            for (var i = _base; i < _plain.Count; i++)
                _many.Add(System.Text.Encoding.UTF8.GetString(json.Slice(_plain[i].Start, _plain[i].Length)));
        }

        var key = JsonText.Of(ref reader);
        if (!_many.Add(key))
            throw Twice(key);
    }

    private static UnreadableAnswerException Twice(string key) =>
        UnreadableAnswerException.Field(JsonText.Shortened(key), "stands twice in one object, and nobody can tell which of the two holds.");
}
