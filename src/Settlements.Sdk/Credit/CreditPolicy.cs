using NodaTime;

namespace Settlements.Credit;

/// <summary>A company's rules on whether an order may be placed: what each finding does, and by which figures it is judged.</summary>
/// <remarks>
/// <para>
/// Exposure = debt − advance + holds + the part of the order given on credit: nothing with prepay terms, the deferred instalments with mixed and deferred
/// terms, the total without terms. An order that is paid before the goods has no finding on the limit, whatever the limit is.
/// </para>
/// <para>Every finding is listed at once. Exposure equal to the limit is allowed. Due today is not overdue.</para>
/// <para><see cref="CreditFindingCode.DebtUnknown"/> has no setting: it always blocks.</para>
/// </remarks>
public sealed partial record CreditPolicy
{
    private readonly decimal _overdueTolerance;
    private readonly int _graceDays;
    private readonly decimal? _warnAtUtilization = DefaultWarnAtUtilization;
    private readonly Duration? _maxAge;

    /// <summary>The share of the limit at which <see cref="Default"/> warns: 0.9.</summary>
    public const decimal DefaultWarnAtUtilization = 0.9m;

    /// <summary>The policy with every property at its default.</summary>
    public static CreditPolicy Default { get; } = new();

    /// <value>What an overdue debt does. Default: block.</value>
    public CreditSeverity OnOverdue { get; init; } = CreditSeverity.Block;

    /// <value>What an exposure above the limit does. Default: block.</value>
    public CreditSeverity OnLimitExceeded { get; init; } = CreditSeverity.Block;

    /// <value>What an order on credit does when no limit is stated. Default: warn.</value>
    public CreditSeverity OnLimitUnknown { get; init; } = CreditSeverity.Warn;

    /// <value>What an exposure does that has reached <see cref="WarnAtUtilization"/> of the limit. Default: warn.</value>
    public CreditSeverity OnLimitNear { get; init; } = CreditSeverity.Warn;

    /// <value>What happens when it cannot be said how much is overdue. Default: warn.</value>
    public CreditSeverity OnOverdueUnknown { get; init; } = CreditSeverity.Warn;

    /// <value>What happens when the source does not answer. Default: block.</value>
    public CreditSeverity OnBalanceUnavailable { get; init; } = CreditSeverity.Block;

    /// <value>What figures older than <see cref="MaxAge"/> do. Default: block.</value>
    public CreditSeverity OnBalanceStale { get; init; } = CreditSeverity.Block;

    /// <value>What a block on the counterparty does, the source's or the host's. Default: block.</value>
    public CreditSeverity OnCounterpartyBlocked { get; init; } = CreditSeverity.Block;

    /// <value>What two currencies without a rate do. Default: block.</value>
    public CreditSeverity OnCurrencyMismatch { get; init; } = CreditSeverity.Block;

    /// <value>What a limit of zero means. Default: no credit.</value>
    public ZeroLimitMeaning ZeroLimit { get; init; } = ZeroLimitMeaning.NoCredit;

    /// <value>By whose figure overdue is judged. Default: the source's own.</value>
    public OverdueBasis OverdueBasis { get; init; } = OverdueBasis.Stated;

    /// <value>
    /// An overdue amount up to and including this one is passed over. In the major unit of the balance's currency, zero or more. Default: zero.
    /// </value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal OverdueTolerance
    {
        get => _overdueTolerance;
        init => _overdueTolerance = value >= 0 ? value : throw OutOfRange(nameof(OverdueTolerance), "must be zero or more");
    }

    /// <value>
    /// Days after the due date that are still quiet when overdue is computed; on the last of them nothing is overdue yet. Zero to 3650. Default: zero.
    /// </value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below zero or above 3650.</exception>
    public int GraceDays
    {
        get => _graceDays;
        init => _graceDays = value is >= 0 and <= 3650 ? value : throw OutOfRange(nameof(GraceDays), "must be between 0 and 3650");
    }

    /// <value>The share of the limit from which on <see cref="OnLimitNear"/> applies: above zero, at most one; null switches it off. Default: 0.9.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above zero, or above one.</exception>
    public decimal? WarnAtUtilization
    {
        get => _warnAtUtilization;
        init =>
            _warnAtUtilization = value is null or (> 0 and <= 1)
                ? value
                : throw OutOfRange(nameof(WarnAtUtilization), "must be above 0 and at most 1, or null");
    }

    /// <value>The age from which on, exclusive, figures are stale; null accepts any age. Zero or more. Default: null.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public Duration? MaxAge
    {
        get => _maxAge;
        init =>
            _maxAge = value is null || value >= Duration.Zero ? value : throw OutOfRange(nameof(MaxAge), "must be zero or more, or null");
    }

    /// <summary>Decides whether an order may be placed, from facts alone.</summary>
    /// <param name="facts">The order, the customer's figures, holds, block, override and rates.</param>
    /// <returns>The decision with every reason; a business outcome is never an exception.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="facts"/> is null.</exception>
    /// <exception cref="ArgumentException">The order's terms do not make a whole of its total.</exception>
    public CreditDecision Decide(CreditFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new CreditJudgement(this, facts).Decide();
    }

    internal CreditSeverity SeverityOf(CreditFindingCode code) =>
        code switch
        {
            CreditFindingCode.Overdue => OnOverdue,
            CreditFindingCode.LimitExceeded => OnLimitExceeded,
            CreditFindingCode.LimitNear => OnLimitNear,
            CreditFindingCode.LimitUnknown => OnLimitUnknown,
            CreditFindingCode.CurrencyMismatch => OnCurrencyMismatch,
            CreditFindingCode.BalanceStale => OnBalanceStale,
            CreditFindingCode.BalanceUnavailable => OnBalanceUnavailable,
            CreditFindingCode.CounterpartyBlocked => OnCounterpartyBlocked,
            CreditFindingCode.OverdueUnknown => OnOverdueUnknown,
            _ => CreditSeverity.Block,
        };

    private static ArgumentOutOfRangeException OutOfRange(string property, string rule) => new(property, $"{property} {rule}.");
}
