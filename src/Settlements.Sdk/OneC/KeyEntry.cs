using System.Text;

namespace Settlements.OneC;

/// <summary>A key that one object of an answer may have, and what to do with its value.</summary>
internal sealed class KeyEntry(string name, string path, int ordinal)
{
    internal byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>The key with the keys that lead to it, for messages.</summary>
    internal string Path { get; } = path;

    /// <summary>Its place among the keys of its object, which marks it as seen.</summary>
    internal int Ordinal { get; } = ordinal;

    internal BalanceKey Meaning { get; set; }

    /// <summary>The keys of the object that stands under this key; null when none is looked for.</summary>
    internal KeyNode? Child { get; set; }
}
