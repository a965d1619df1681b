namespace Settlements.Payers;

/// <summary>Which payer a document belongs to, by which rule, or why to none.</summary>
public sealed record PayerResolution
{
    /// <summary>The payer to credit; null when <see cref="Reason"/> says why there is none.</summary>
    public Payer? Payer { get; init; }

    /// <summary>The rule that found the payer, or the candidates when it is ambiguous; null when the client has no active payer.</summary>
    public PayerMatch? MatchedBy { get; init; }

    /// <summary>Why no payer was taken; null when one was.</summary>
    public NoPayerReason? Reason { get; init; }

    /// <summary>The payers that fitted equally well, in the order given; empty unless there were several. Stays filled when the last of them was taken.</summary>
    public IReadOnlyList<Payer> Candidates { get; init; } = [];

    /// <summary>What a person may want to look at; mostly empty.</summary>
    public IReadOnlyList<PayerNote> Notes { get; init; } = [];
}
