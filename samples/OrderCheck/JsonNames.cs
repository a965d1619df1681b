namespace OrderCheck;

/// <summary>The words that the JSON form uses, so that a table and a log say the same.</summary>
internal static class JsonNames
{
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
