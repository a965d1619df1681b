namespace Settlements.Terms;

/// <summary>When an order is to be paid.</summary>
public sealed class PaymentTerms
{
    private readonly decimal _prepayPercent;

    private PaymentTerms(decimal prepayPercent) => _prepayPercent = prepayPercent;

    /// <summary>Everything before the goods.</summary>
    public static PaymentTerms Prepay() => new(100m);

    /// <summary>Everything a number of days after the order.</summary>
    public static PaymentTerms Deferred(int days) => days >= 1 ? new(0m) : throw new ArgumentOutOfRangeException(nameof(days));

    /// <summary>A share at once, the rest a number of days after the order.</summary>
    public static PaymentTerms Mixed(decimal prepayPercent, int days) =>
        days >= 1 ? new(prepayPercent) : throw new ArgumentOutOfRangeException(nameof(days));

    /// <summary>The part of a total that these terms give on credit: the sum of the deferred instalments.</summary>
    public Money DeferredPart(Money total) => total - (total * (_prepayPercent / 100m)).Round();
}
