using NodaTime;

namespace Settlements.Credit;

/// <summary>A person's word that an order may pass although the rules block it.</summary>
/// <remarks>
/// In force while today is not after <see cref="Until"/> and the order's total is not above <see cref="Sum"/>, in the same currency. It turns
/// <see cref="CreditFindingCode.Overdue"/>, <see cref="CreditFindingCode.LimitExceeded"/>, <see cref="CreditFindingCode.LimitUnknown"/> and
/// <see cref="CreditFindingCode.CounterpartyBlocked"/> from block to warn, and nothing else: nobody can answer for figures that are not there.
/// </remarks>
public sealed record CreditOverride
{
    /// <summary>Makes an override.</summary>
    /// <param name="sum">The largest order total that it lets pass; above zero.</param>
    /// <param name="until">The last day on which it is in force.</param>
    /// <param name="reason">Why, for the audit.</param>
    /// <param name="author">Who answers for it.</param>
    /// <exception cref="ArgumentException">The sum is not above zero, or the reason or the author is blank.</exception>
    public CreditOverride(Money sum, LocalDate until, string reason, string author)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(author);
        if (!sum.IsPositive)
            throw new ArgumentException($"An override's sum must be above zero, and is {sum}.", nameof(sum));
        Sum = sum;
        Until = until;
        Reason = reason;
        Author = author;
    }

    /// <summary>The largest order total that it lets pass.</summary>
    public Money Sum { get; }

    /// <summary>The last day on which it is in force.</summary>
    public LocalDate Until { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }

    /// <summary>Who answers for it.</summary>
    public string Author { get; }

    /// <summary>Whether it lets this order's total pass on this day.</summary>
    public bool IsInForce(Money orderTotal, LocalDate today) => today <= Until && orderTotal.Currency == Sum.Currency && orderTotal <= Sum;
}
