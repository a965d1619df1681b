namespace Settlements.Credit;

/// <summary>A page of kept decisions.</summary>
/// <param name="Entries">The latest first.</param>
/// <param name="Next">What to ask the next page with; null when this is the last one. Its form is the log's own.</param>
public sealed record CreditDecisionPage(IReadOnlyList<CreditDecisionEntry> Entries, string? Next);
