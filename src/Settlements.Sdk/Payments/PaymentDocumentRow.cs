namespace Settlements.Payments;

/// <summary>A row of a documents' file: a document, or what is wrong with it.</summary>
public sealed record PaymentDocumentRow
{
    /// <summary>The row's place in the file; the first is 1.</summary>
    public required int Row { get; init; }

    /// <summary>The document; null when the row cannot be used.</summary>
    public PaymentDocument? Document { get; init; }

    /// <summary>What is wrong, with the property's name; null when nothing is.</summary>
    public string? Problem { get; init; }
}
