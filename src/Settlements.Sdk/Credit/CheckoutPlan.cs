using Settlements.Terms;

namespace Settlements.Credit;

/// <summary>Everything that a checkout shows and does about an order.</summary>
public sealed record CheckoutPlan
{
    /// <summary>The cart.</summary>
    public required CheckoutCart Cart { get; init; }

    /// <summary>
    /// The terms in force, with the identifier to keep with the order; null when there are none, not even by default. Without terms the whole total counts as given on
    /// credit, there is no schedule, and no method is excluded.
    /// </summary>
    public PaymentTermsVersion? Terms { get; init; }

    /// <summary>When to pay, and how much each time; null without terms, and when they make no schedule of this order.</summary>
    public PaymentSchedule? Schedule { get; init; }

    /// <summary>Why the terms make no schedule of this order; then it was not checked and cannot be placed. Null when they do.</summary>
    public PaymentTermsProblem? Problem { get; init; }

    /// <summary>The methods that can pay some part of it, each with the part.</summary>
    public required IReadOnlyList<AllowedMethod> Methods { get; init; }

    /// <summary>What to invoice, now and later; empty without a schedule.</summary>
    public IReadOnlyList<ScheduledInvoice> Invoices { get; init; } = [];

    /// <summary>The check of the order, with the hold to confirm when it is placed; null when <see cref="Problem"/> kept it from being checked.</summary>
    public OrderCheckResult? Check { get; init; }

    /// <summary>Whether the order may be placed: it was checked and is not blocked.</summary>
    public bool MayBePlaced => Check is { Decision.Verdict: not CreditVerdict.Block };
}
