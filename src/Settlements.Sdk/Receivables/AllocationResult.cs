using Settlements.Balances;

namespace Settlements.Receivables;

/// <summary>Which payment paid which document, what is still open, and what is left over.</summary>
/// <remarks>
/// Nothing is created or lost: each payment is the sum of its allocations and its advance, and each document's former outstanding amount is the
/// sum of its allocations and its present one.
/// </remarks>
public sealed class AllocationResult
{
    private readonly IReadOnlyList<OpenDocument> _before;

    internal AllocationResult(IReadOnlyList<OpenDocument> before, IReadOnlyList<Allocation> allocations, IReadOnlyList<Advance> advances)
    {
        _before = before;
        Allocations = allocations;
        Advances = advances;
        Documents = After(before, allocations);
    }

    /// <summary>All documents in the order given, with what is open now. One whose outstanding amount was unknown is unchanged.</summary>
    public IReadOnlyList<OpenDocument> Documents { get; }

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<Allocation> Allocations { get; }

    /// <summary>In the order of the payments.</summary>
    public IReadOnlyList<Advance> Advances { get; }

    /// <summary>Takes a payment back: its documents are open again by exactly what it paid, and its advance is gone.</summary>
    /// <param name="paymentId">The payment.</param>
    /// <returns>What stands without it. Other payments stay where they are; to set them anew, allocate again.</returns>
    /// <exception cref="ArgumentException">There is no such payment here.</exception>
    public AllocationResult Reverse(string paymentId)
    {
        ArgumentNullException.ThrowIfNull(paymentId);
        Allocation[] allocations = [.. Allocations.Where(allocation => allocation.PaymentId != paymentId)];
        Advance[] advances = [.. Advances.Where(advance => advance.PaymentId != paymentId)];
        if (allocations.Length == Allocations.Count && advances.Length == Advances.Count)
            throw new ArgumentException($"No payment '{paymentId}' was allocated here: it may be reversed already.", nameof(paymentId));
        return new AllocationResult(_before, allocations, advances);
    }

    private static OpenDocument[] After(IReadOnlyList<OpenDocument> before, IReadOnlyList<Allocation> allocations)
    {
        OpenDocument[] after = [.. before];
        foreach (var (_, index, _, amount) in allocations)
            after[index] = after[index] with { Outstanding = after[index].Outstanding!.Value - amount };
        return after;
    }
}
