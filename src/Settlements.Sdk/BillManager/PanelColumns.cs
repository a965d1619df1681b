namespace Settlements.BillManager;

/// <summary>The columns that a row or a form is read for; every other element is passed over unread.</summary>
internal sealed class PanelColumns<T>(Func<PanelRow, T> read, params string[] names)
{
    internal string[] Names { get; } = names;

    /// <summary>A field may come several times with different values, of which the first is kept; otherwise that is an error.</summary>
    internal bool KeepsFirst { get; init; }

    internal Func<PanelRow, T> Read { get; } = read;
}
