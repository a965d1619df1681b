using System.Globalization;

namespace Settlements.Payments;

/// <summary>Names and ids of the panel, compared and written for people.</summary>
internal static class PanelText
{
    /// <summary>Whether a name holds a part, without regard to case, ё/е and spaces around.</summary>
    internal static bool Contains(string? name, string part) =>
        name is not null && Plain(name).Contains(Plain(part).Trim(), StringComparison.OrdinalIgnoreCase);

    internal static bool AreSame(string? left, string? right) =>
        left is not null && right is not null && string.Equals(left.Trim(), right.Trim(), StringComparison.Ordinal);

    /// <summary>Whether a text is a list of ids that holds this one.</summary>
    internal static bool HasId(string list, long id) =>
        list.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Contains(id.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);

    internal static string Of(long id, string? name) =>
        name is null ? id.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{id} «{name}»");

    internal static string List<T>(IEnumerable<T> items, Func<T, long> id, Func<T, string?> name) =>
        string.Join(", ", items.Select(item => Of(id(item), name(item))));

    internal static string List(IEnumerable<long> ids) => string.Join(", ", ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));

    private static string Plain(string text) => text.Replace('ё', 'е').Replace('Ё', 'Е').Replace('\u00A0', ' ');
}
