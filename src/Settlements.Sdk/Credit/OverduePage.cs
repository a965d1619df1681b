namespace Settlements.Credit;

/// <summary>A page of the register of overdue receivables.</summary>
/// <param name="Entries">The earliest due date first.</param>
/// <param name="Next">What to ask the next page with; null when this is the last one. Its form is the store's own.</param>
public sealed record OverduePage(IReadOnlyList<OverdueEntry> Entries, string? Next);
