using System.Text.Json;

namespace Settlements.OneC;

/// <summary>Finds whose a row is that cannot be read otherwise.</summary>
internal static class CounterpartyScan
{
    /// <summary>The counterparty that a well-formed row names; null when it names none, or more than one.</summary>
    internal static CounterpartyId? Find(ReadOnlySpan<byte> json, KeyNode keys, int maxDepth)
    {
        var found = new HashSet<CounterpartyId?>();
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth * 2 });
            if (reader.Read())
                Scan(ref reader, keys, found);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Broken JSON, or half of a surrogate pair.
            return null;
        }

        return found.Count == 1 ? found.Single() : null;
    }

    private static void Scan(ref Utf8JsonReader reader, KeyNode keys, HashSet<CounterpartyId?> found)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                Scan(ref reader, keys, found);
            return;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
            return;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var entry = keys.Find(ref reader);
            reader.Read();
            var child = entry?.Meaning == BalanceKey.Envelope ? keys : entry?.Child;
            if (child is not null && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                Scan(ref reader, child!, found);
            else if (entry?.Meaning == BalanceKey.Counterparty)
                found.Add(reader.TokenType == JsonTokenType.String && CounterpartyId.TryParse(reader.GetString(), out var id) ? id : null);
            else
                reader.Skip();
        }
    }
}
