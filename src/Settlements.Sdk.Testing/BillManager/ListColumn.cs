namespace Settlements.Testing.BillManager;

/// <summary>A column of a list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Makes its element; null when the row has none.</param>
/// <param name="MinLevel">Who sees it.</param>
internal sealed record ListColumn<T>(string Name, Func<T, PanelRequest, PanelNode?> Value, int MinLevel = 16);
