namespace Settlements.Balances;

/// <summary>What a row of an imported file turned out to be: a balance, a document, a payment, terms, or a row that cannot be used.</summary>
public abstract record ImportedRow
{
    private protected ImportedRow(long line) => Line = line;

    /// <summary>The line of the file on which the row begins, from 1; in a CSV file the header is a line too.</summary>
    public long Line { get; init; }
}
