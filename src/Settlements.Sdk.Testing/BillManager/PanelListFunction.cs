using System.Globalization;

namespace Settlements.Testing.BillManager;

/// <summary>A list function: rows, columns by level, filters, pages, sorting and the cap.</summary>
internal sealed class PanelListFunction<T> : IPanelList
{
    /// <summary>The panel's queries end in <c>LIMIT 5001</c>.</summary>
    internal const int Cap = 5001;

    private const int DefaultPage = 1000;

    internal required string Name { get; init; }

    internal required Func<PanelTables, PanelRequest, IEnumerable<T>> Rows { get; init; }

    internal required IReadOnlyList<ListColumn<T>> Columns { get; init; }

    /// <summary>What the list can be narrowed by: field, then whether a row has the value.</summary>
    internal IReadOnlyDictionary<string, Func<T, string, bool>> Filters { get; init; } =
        new Dictionary<string, Func<T, string, bool>>(StringComparer.Ordinal);

    /// <summary>Rows that are hidden unless the filter names the field.</summary>
    internal (string Field, Func<T, bool> IsShown)? Hidden { get; init; }

    /// <summary>The filter form's fields and their neutral values, as in <c>createdate</c> and <c>nodate</c>.</summary>
    public IReadOnlyDictionary<string, string> NeutralValues { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IEnumerable<string> FilterFields => Filters.Keys;

    public int MinLevel { get; init; } = 29;

    internal bool IsDescending { get; init; }

    public IEnumerable<string> ColumnNames => Columns.Select(c => c.Name);

    public IEnumerable<PanelNode> Answer(PanelTables tables, PanelRequest request, IReadOnlyDictionary<string, string> filter)
    {
        var rows = Rows(tables, request).Where(row => Matches(row, filter));
        var nodes = (IsDescending ? rows.Reverse() : rows).Take(Cap).Select(row => Row(row, request)).ToList();
        Sort(nodes, request["p_col"]);

        var size = Count(request["p_cnt"], DefaultPage);
        var page = Count(request["p_num"], 1);
        yield return PanelNode.Of("p_sort", "id");
        yield return PanelNode.Of("p_order", IsDescending ? "desc" : "asc");
        var shown = nodes.Skip((page - 1) * size).Take(size).ToList();
        if (shown.Count > 0)
            yield return PanelNode.Of("page", $"{shown[0].Child("id")?.Text} - {shown[^1].Child("id")?.Text}");
        foreach (var node in shown)
            yield return node;
        yield return PanelNode.Of("p_cnt", PanelFormats.Id(size));
        yield return PanelNode.Of("p_num", PanelFormats.Id(page));
        yield return PanelNode.Of("p_elems", PanelFormats.Id(nodes.Count));
    }

    private bool Matches(T row, IReadOnlyDictionary<string, string> filter)
    {
        foreach (var (field, value) in filter)
        {
            if (
                value.Length > 0
                && value != NeutralValues.GetValueOrDefault(field)
                && Filters.TryGetValue(field, out var has)
                && !has(row, value)
            )
                return false;
        }
        return Hidden is not { } hidden || filter.GetValueOrDefault(hidden.Field) is { Length: > 0 } || hidden.IsShown(row);
    }

    private PanelNode Row(T row, PanelRequest request)
    {
        var node = new PanelNode("elem");
        foreach (var column in Columns)
        {
            if (
                request.User.Level >= column.MinLevel
                && !request.User.HiddenColumns.Contains(column.Name, StringComparer.Ordinal)
                && column.Value(row, request) is { } value
            )
                node.Add(value);
        }
        return node;
    }

    private static void Sort(List<PanelNode> rows, string column)
    {
        if (column.Length < 2)
            return;
        var name = column.TrimStart('+', '-');
        var sorted = rows.OrderBy(r => r.Child(name)?.Text?.PadLeft(20) ?? "", StringComparer.Ordinal).ToList();
        if (column[0] == '-')
            sorted.Reverse();
        rows.Clear();
        rows.AddRange(sorted);
    }

    private static int Count(string text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : otherwise;
}
