namespace Settlements.BillManager;

/// <summary>The panel's own error: it comes with HTTP 200.</summary>
internal sealed record PanelError(string? Type, string? Object, IReadOnlyDictionary<string, string> Parameters, string? Message);
