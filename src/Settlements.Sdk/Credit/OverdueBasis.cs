namespace Settlements.Credit;

/// <summary>Whose word counts on what is overdue.</summary>
public enum OverdueBasis
{
    /// <summary>The source's own figure. Note that real 1C reports have been seen that count "due today" and "due tomorrow" as overdue.</summary>
    Stated,

    /// <summary>The sum of open documents whose due date plus the grace days is before today. Due today is not overdue.</summary>
    Computed,

    /// <summary>The greater of the two figures that are known.</summary>
    Either,
}
