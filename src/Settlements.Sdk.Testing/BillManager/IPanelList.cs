namespace Settlements.Testing.BillManager;

/// <summary>A list function, whatever its rows are.</summary>
internal interface IPanelList
{
    /// <summary>Who may call it.</summary>
    int MinLevel { get; }

    IEnumerable<string> ColumnNames { get; }

    IEnumerable<string> FilterFields { get; }

    IReadOnlyDictionary<string, string> NeutralValues { get; }

    IEnumerable<PanelNode> Answer(PanelTables tables, PanelRequest request, IReadOnlyDictionary<string, string> filter);
}
