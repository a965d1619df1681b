using System.Text.Json;

namespace Settlements.OneC;

/// <summary>A <see cref="Utf8JsonReader"/> that goes no deeper than allowed and lets no key pass twice, also in parts that nobody reads.</summary>
internal ref struct JsonWalk
{
    internal Utf8JsonReader Reader;

    private readonly List<(int Start, int Length)> _keys;
    private readonly int _maxDepth;
    private int _offset;

    /// <param name="json">UTF-8.</param>
    /// <param name="maxDepth">How deep objects and arrays may nest.</param>
    /// <param name="mayJump">Parts may be read by other means; line numbers in errors are then wrong.</param>
    internal JsonWalk(ReadOnlySpan<byte> json, int maxDepth, bool mayJump)
    {
        MayJump = mayJump;
        Json = json;
        _maxDepth = maxDepth;
        _keys = [];
        // One more than allowed: the check below comes first, and tells depth from broken JSON.
        Reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth + 1 });
    }

    internal ReadOnlySpan<byte> Json { get; }

    internal bool MayJump { get; }

    /// <summary>Where the reader stands in <see cref="Json"/>: behind the token it read last.</summary>
    internal readonly int Position => _offset + (int)Reader.BytesConsumed;

    internal readonly ObjectKeys BeginObject() => new(_keys);

    /// <summary>Marks the key at which the reader stands as seen.</summary>
    internal void Seen(ref ObjectKeys keys, KeyEntry? entry) =>
        keys.Add(entry, ref Reader, _offset + (int)Reader.TokenStartIndex + 1, Json);

    /// <summary>Goes on behind values that were read by other means, in the same array.</summary>
    internal void JumpTo(int position)
    {
        Reader = new Utf8JsonReader(Json[position..], isFinalBlock: true, Reader.CurrentState);
        _offset = position;
    }

    /// <summary>The next token, which must be there.</summary>
    internal void Read()
    {
        if (!Reader.Read())
            throw new UnreadableAnswerException("The JSON is cut short.") { IsBroken = true };
        if ((Reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) && Reader.CurrentDepth >= _maxDepth)
            throw TooDeep(_maxDepth);
    }

    /// <summary>Reads over the value at which the reader stands.</summary>
    internal void Skip()
    {
        if (Reader.TokenType == JsonTokenType.StartArray)
        {
            for (Read(); Reader.TokenType != JsonTokenType.EndArray; Read())
                Skip();
        }
        else if (Reader.TokenType == JsonTokenType.StartObject)
        {
            var keys = BeginObject();
            for (Read(); Reader.TokenType != JsonTokenType.EndObject; Read())
            {
                Seen(ref keys, null);
                Read();
                Skip();
            }

            keys.End();
        }
    }

    /// <summary>Makes sure that nothing follows the value.</summary>
    internal void ReadEnd() => Reader.Read();

    private static UnreadableAnswerException TooDeep(int maxDepth) =>
        new(FormattableString.Invariant($"The answer nests deeper than {maxDepth} levels (MaxDepth)."), SettlementsError.TooLarge);
}
