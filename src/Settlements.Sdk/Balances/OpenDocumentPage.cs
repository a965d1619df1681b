namespace Settlements.Balances;

/// <summary>A page of open documents.</summary>
/// <param name="Documents">With whose they are.</param>
/// <param name="Next">What to ask the next page with; null when this is the last one. Its form is the store's own.</param>
public sealed record OpenDocumentPage(IReadOnlyList<StoredDocument> Documents, string? Next);
