using System.Text.Json;

namespace Settlements.OneC;

/// <summary>The keys looked for in one object, found by their bytes.</summary>
internal sealed class KeyNode
{
    private const int LongestKey = 512;

    private readonly Dictionary<string, KeyEntry> _byName = new(StringComparer.Ordinal);
    private KeyEntry?[] _slots = new KeyEntry?[4];

    internal int Count => _byName.Count;

    /// <summary>The entry of a key, made when it is new.</summary>
    internal KeyEntry Entry(string name, string path)
    {
        if (!_byName.TryGetValue(name, out var entry))
        {
            entry = new KeyEntry(name, path, _byName.Count);
            _byName.Add(name, entry);
            Rebuild();
        }

        return entry;
    }

    /// <summary>The entry of the property name at which the reader stands; null when it is not looked for.</summary>
    internal KeyEntry? Find(ref Utf8JsonReader reader) => reader.ValueIsEscaped ? FindEscaped(ref reader) : Find(reader.ValueSpan);

    private KeyEntry? FindEscaped(ref Utf8JsonReader reader)
    {
        if (reader.ValueSpan.Length > LongestKey)
            return null;
        Span<byte> plain = stackalloc byte[LongestKey];
        try
        {
            return Find(plain[..reader.CopyString(plain)]);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: no key that is looked for.
            return null;
        }
    }

    /// <summary>The entry of a key without escapes.</summary>
    internal KeyEntry? Find(ReadOnlySpan<byte> key)
    {
        var slots = _slots;
        for (var i = Hash(key) & (slots.Length - 1); slots[i] is { } entry; i = (i + 1) & (slots.Length - 1))
            if (key.SequenceEqual(entry.Utf8))
                return entry;
        return null;
    }

    private void Rebuild()
    {
        // At most half full, so that most searches end at their first slot.
        var size = 4;
        while (size < _byName.Count * 4)
            size *= 2;
        _slots = new KeyEntry?[size];
        foreach (var entry in _byName.Values)
        {
            var i = Hash(entry.Utf8) & (size - 1);
            while (_slots[i] is not null)
                i = (i + 1) & (size - 1);
            _slots[i] = entry;
        }
    }

    private static int Hash(ReadOnlySpan<byte> key) =>
        key.Length == 0 ? 0 : key.Length * 31 + key[0] * 7 + key[key.Length / 2] * 3 + key[^1];
}
