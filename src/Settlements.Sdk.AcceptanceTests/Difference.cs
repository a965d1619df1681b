using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Settlements.AcceptanceTests;

/// <summary>Finds where two values differ. Records of the library compare by what they hold, so that lists in them compare by their elements.</summary>
internal static class Difference
{
    /// <summary>The first place where they differ, with both values; null when they are the same.</summary>
    public static string? Between(object? expected, object? seen, string place = "")
    {
        if (Equals(expected, seen))
            return null;
        if (expected is null || seen is null || expected is string)
            return Sentence(expected, seen, place);
        if (expected is IEnumerable list && seen is IEnumerable otherList)
            return BetweenLists([.. list.Cast<object?>()], [.. otherList.Cast<object?>()], place);
        return HasParts(expected) && expected.GetType() == seen.GetType()
            ? BetweenParts(expected, seen, place)
            : Sentence(expected, seen, place);
    }

    private static string? BetweenLists(object?[] expected, object?[] seen, string place)
    {
        for (var i = 0; i < Math.Min(expected.Length, seen.Length); i++)
        {
            if (Between(expected[i], seen[i], $"{place}[{i.ToString(CultureInfo.InvariantCulture)}]") is { } difference)
                return difference;
        }

        return expected.Length == seen.Length ? null : Sentence(expected, seen, place);
    }

    private static string? BetweenParts(object expected, object seen, string place) =>
        expected
            .GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(part => part.GetIndexParameters().Length == 0)
            .Select(part => Between(part.GetValue(expected), part.GetValue(seen), place.Length == 0 ? part.Name : $"{place}.{part.Name}"))
            .FirstOrDefault(difference => difference is not null);

    /// <summary>Values such as amounts and identifiers are compared as a whole.</summary>
    private static bool HasParts(object value) => value.GetType() is { IsValueType: false } type && type.Assembly == typeof(Money).Assembly;

    private static string Sentence(object? expected, object? seen, string place) =>
        (place.Length == 0 ? "" : $"Where: {place}\n") + $"Expected: {Shown.Text(expected)}\nSeen: {Shown.Text(seen)}";
}
