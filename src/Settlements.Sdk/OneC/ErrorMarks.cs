using System.Text.Json;

namespace Settlements.OneC;

/// <summary>Whether the keys by which services report success and errors report any.</summary>
internal static class ErrorMarks
{
    /// <summary>The value is false in any of 1C's words.</summary>
    internal static bool DeniesSuccess(ref JsonWalk walk)
    {
        ref var reader = ref walk.Reader;
        switch (reader.TokenType)
        {
            case JsonTokenType.False:
                return true;
            case JsonTokenType.Number:
                return reader.ValueSpan is [(byte)'0'];
            case JsonTokenType.String:
                return FlagText.TryParse(JsonText.Of(ref reader), out var flag) && !flag;
            default:
                walk.Skip();
                return false;
        }
    }

    /// <summary>The value, or anything within it, is more than empty, zero, false or null.</summary>
    internal static bool SaysSomething(ref JsonWalk walk)
    {
        ref var reader = ref walk.Reader;
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.Number:
                return reader.ValueSpan is not [(byte)'0'];
            case JsonTokenType.String:
                var text = JsonText.Of(ref reader);
                return FlagText.TryParse(text, out var flag) ? flag : text.Trim().Length > 0;
            case JsonTokenType.StartArray:
                var anyItem = false;
                for (walk.Read(); walk.Reader.TokenType != JsonTokenType.EndArray; walk.Read())
                    anyItem |= SaysSomething(ref walk);
                return anyItem;
            case JsonTokenType.StartObject:
                return AnyValue(ref walk);
            default:
                return false;
        }
    }

    private static bool AnyValue(ref JsonWalk walk)
    {
        var any = false;
        var keys = walk.BeginObject();
        for (walk.Read(); walk.Reader.TokenType != JsonTokenType.EndObject; walk.Read())
        {
            walk.Seen(ref keys, null);
            walk.Read();
            any |= SaysSomething(ref walk);
        }

        keys.End();
        return any;
    }
}
