namespace Settlements.Balances;

/// <summary>A row of an import that cannot be used, with everything that a person needs to correct it.</summary>
/// <remarks>
/// Of a balance or a document: while <see cref="Counterparty"/> is known, the store keeps what it has of them, neither changed nor cleared. When it is not, the row may be
/// anybody's: see <see cref="BalanceImportOptions.ClearDespiteUnknownRejects"/>. A payment or terms are missing where they were rejected, and nothing else.
/// </remarks>
/// <param name="Line">The line of the file on which the row begins, from 1.</param>
/// <param name="Part">Which of the import's files.</param>
/// <param name="Reason">What is wrong, in English, for the people who run the import.</param>
public sealed record RejectedRow(long Line, BalanceImportPart Part, string Reason) : ImportedRow(Line)
{
    /// <summary>The key or column as the file has it; null when the row as a whole is at fault.</summary>
    public string? Field { get; init; }

    /// <summary>The value at fault, shortened to 40 characters; null when there is none to show.</summary>
    public string? Value { get; init; }

    /// <summary>Whose row it is; null when that cannot be said for certain.</summary>
    public CounterpartyId? Counterparty { get; init; }

    /// <summary>The row as the file has it; null when it is the row's fit to the others that is wrong, and the text is not at hand any more.</summary>
    public string? Text { get; init; }
}
