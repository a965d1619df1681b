namespace Settlements.Credit;

/// <summary>What the seller has at stake with a counterparty if the order goes through: debt − advance + holds + the order's part on credit.</summary>
/// <remarks>
/// All parts are in <see cref="Currency"/>. A part that is not known is null and is never read as zero; the one exception that the sum makes is an unknown
/// <see cref="Advance"/>, which subtracts nothing. <see cref="Total"/> is null when any other part is, or when
/// the sum is beyond what a decimal holds.
/// </remarks>
public readonly record struct CreditExposure
{
    private readonly decimal? _debt;
    private readonly decimal? _advance;
    private readonly decimal? _holds;
    private readonly decimal? _order;

    internal CreditExposure(Currency currency, decimal? debt, decimal? advance, decimal? holds, decimal? order)
    {
        Currency = currency;
        _debt = debt;
        _advance = advance;
        _holds = holds;
        _order = order;
    }

    /// <summary>The balance's currency; the order's when there is no balance.</summary>
    public Currency Currency { get; }

    /// <summary>What is owed already; never negative, since a negative debt is an advance; null when unknown.</summary>
    public Money? Debt => InCurrency(_debt);

    /// <summary>What the seller owes the counterparty; null when unknown.</summary>
    public Money? Advance => InCurrency(_advance);

    /// <summary>What other orders of this counterparty hold; null when a hold is in a currency without a rate.</summary>
    public Money? Holds => InCurrency(_holds);

    /// <summary>The part of this order that is given on credit; null when it is in a currency without a rate.</summary>
    public Money? Order => InCurrency(_order);

    /// <summary>The whole; null when a part other than the advance is unknown.</summary>
    public Money? Total => InCurrency(TotalAmount);

    internal decimal? TotalAmount => Exact.Sum(Exact.Sum(BookedAmount, _holds), _order);

    /// <summary>Debt − advance: what stands in the books before any order.</summary>
    internal decimal? BookedAmount => Exact.Sum(_debt, -(_advance ?? 0m));

    private Money? InCurrency(decimal? amount) => amount is { } value ? new Money(value, Currency) : null;
}
