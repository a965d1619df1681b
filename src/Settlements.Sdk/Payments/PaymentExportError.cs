namespace Settlements.Payments;

/// <summary>Why a document was not exported, for programs and for people.</summary>
/// <param name="Kind">The reason.</param>
/// <param name="Message">For a person: what stands against what, and what to do. Without secrets.</param>
public sealed record PaymentExportError(PaymentExportErrorKind Kind, string Message)
{
    /// <summary>Ids in the panel among which a person has to choose, or which a person should look at; mostly empty.</summary>
    public IReadOnlyList<long> Candidates { get; init; } = [];

    /// <summary>Equal when kind, message and candidates are.</summary>
    /// <param name="other">The other error.</param>
    public bool Equals(PaymentExportError? other) =>
        other is not null && Kind == other.Kind && Message == other.Message && Candidates.SequenceEqual(other.Candidates);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Message, Candidates.Count);
}
