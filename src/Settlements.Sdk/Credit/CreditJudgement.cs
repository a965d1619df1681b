using Settlements.Balances;
using Settlements.Receivables;

namespace Settlements.Credit;

/// <summary>One decision in the making. A struct, so that allowing an order costs no more than the decision itself.</summary>
internal struct CreditJudgement
{
    private readonly CreditPolicy _policy;
    private readonly CreditFacts _facts;
    private readonly bool _overrideInForce;
    private List<CreditFinding>? _findings;
    private Currency? _withoutRate;

    internal CreditJudgement(CreditPolicy policy, CreditFacts facts)
    {
        _policy = policy;
        _facts = facts;
        _overrideInForce = facts.Override?.IsInForce(facts.Order.Total, facts.Today) ?? false;
    }

    internal CreditDecision Decide()
    {
        var reading = _facts.Reading;
        var balance = reading?.Balance;
        var deferred = DeferredPart();
        var currency = balance?.Currency ?? _facts.Order.Total.Currency;

        var exposure = Exposure(balance, currency, deferred);
        decimal? available = null;
        if (reading is null)
        {
            if (Lists(CreditFindingCode.BalanceUnavailable, out var unavailable))
                Add(new BalanceUnavailableFinding(unavailable));
        }
        else
        {
            JudgeFigures(reading, exposure);
            JudgeOverdue(reading.Balance);
            available = JudgeLimit(reading.Balance, exposure, deferred.IsPositive);
        }

        if ((_facts.IsBlocked || balance?.IsBlocked == true) && Lists(CreditFindingCode.CounterpartyBlocked, out var severity))
            Add(new CounterpartyBlockedFinding(severity));
        if (_withoutRate is { } other && balance is not null && Lists(CreditFindingCode.CurrencyMismatch, out severity))
            Add(new CurrencyMismatchFinding(severity, currency, other));

        return new CreditDecision(_facts, exposure, available, _findings, _overrideInForce ? _facts.Override : null);
    }

    private readonly Money DeferredPart()
    {
        var order = _facts.Order;
        return order.Terms is null ? order.Total : order.Terms.DeferredPart(order.Total);
    }

    private CreditExposure Exposure(CounterpartyBalance? balance, Currency currency, Money deferred)
    {
        // Two roubles against a dollar balance are a mismatch even when nothing of them is deferred: the format page says so.
        var order = Convert(deferred, currency) ?? (deferred.IsZero ? 0m : null);
        if (balance?.Documents is { } documents && order is { } part)
            order = Math.Max(0m, part - AlreadyBooked(documents));

        decimal? holds = 0m;
        foreach (var hold in _facts.Holds)
            holds = Exact.Sum(holds, Convert(hold, currency));

        var debt = balance?.Debt?.Amount;
        var advance = balance?.Advance?.Amount;
        if (debt < 0)
        {
            // A sum beyond a decimal leaves the advance unknown, and then it subtracts nothing.
            advance = Exact.Sum(advance ?? 0m, -debt);
            debt = 0m;
        }

        return new CreditExposure(currency, debt, advance, holds, order);
    }

    /// <summary>What the balance counts already of this very order, when it is checked again after 1C has made its document.</summary>
    private readonly decimal AlreadyBooked(IReadOnlyList<OpenDocument> documents)
    {
        var booked = 0m;
        for (var i = 0; i < documents.Count; i++)
        {
            if (documents[i].OrderId == _facts.Order.Id)
                booked = Exact.Sum(booked, (documents[i].Amount ?? documents[i].Outstanding)?.Amount) ?? booked;
        }

        return booked;
    }

    private void JudgeFigures(BalanceReading reading, CreditExposure exposure)
    {
        var isBeyondDecimal = exposure.Total is null && _withoutRate is null;
        if ((reading.Balance.Debt is null || isBeyondDecimal) && Lists(CreditFindingCode.DebtUnknown, out var severity))
            Add(new DebtUnknownFinding(severity));
        if (_policy.MaxAge is { } maxAge && reading.Age > maxAge && Lists(CreditFindingCode.BalanceStale, out severity))
            Add(new BalanceStaleFinding(severity, reading.Age, maxAge));
    }

    private void JudgeOverdue(CounterpartyBalance balance)
    {
        var basis = _policy.OverdueBasis;
        var stated = basis == OverdueBasis.Computed ? null : balance.Overdue?.Amount;
        var computed = basis == OverdueBasis.Stated ? default : OverdueFigure.Of(balance.Documents, _facts.Today, _policy.GraceDays);

        var judgedBy = computed.Amount > (stated ?? decimal.MinValue) ? OverdueBasis.Computed : OverdueBasis.Stated;
        var known = judgedBy == OverdueBasis.Computed ? computed.Amount : stated;
        if (known > _policy.OverdueTolerance)
        {
            var tolerance = new Money(_policy.OverdueTolerance, balance.Currency);
            if (Lists(CreditFindingCode.Overdue, out var overdue))
                Add(new OverdueFinding(overdue, new Money(known.Value, balance.Currency), tolerance, judgedBy));
            return;
        }

        var isComplete = basis switch
        {
            OverdueBasis.Stated => stated is not null,
            OverdueBasis.Computed => computed.Amount is not null,
            _ => stated is not null && computed.Amount is not null,
        };
        if (isComplete || !Lists(CreditFindingCode.OverdueUnknown, out var severity))
            return;
        var atLeast = Larger(stated, computed.KnownPart);
        Add(new OverdueUnknownFinding(severity, basis, atLeast is { } amount ? new Money(amount, balance.Currency) : null));
    }

    private decimal? JudgeLimit(CounterpartyBalance balance, CreditExposure exposure, bool takesCredit)
    {
        if (balance.Limit is not { } stated)
        {
            if (takesCredit && Lists(CreditFindingCode.LimitUnknown, out var severity))
                Add(new LimitUnknownFinding(severity, exposure.Total));
            return null;
        }

        if (!stated.IsEnforced || (stated.Amount.IsZero && _policy.ZeroLimit == ZeroLimitMeaning.NoLimit))
            return null;

        var known = _withoutRate;
        if (Convert(stated.Amount, balance.Currency) is not { } limit)
        {
            // The limit's currency matters only to an order that takes credit.
            _withoutRate = takesCredit ? _withoutRate : known;
            return null;
        }

        if (exposure.TotalAmount is not { } total)
            return null;
        if (takesCredit)
            JudgeLimit(new Money(limit, balance.Currency), new Money(total, balance.Currency));
        return Exact.Sum(limit, -total);
    }

    private void JudgeLimit(Money limit, Money exposure)
    {
        if (exposure > limit)
        {
            if (Lists(CreditFindingCode.LimitExceeded, out var exceeded))
                Add(new LimitExceededFinding(exceeded, limit, exposure));
        }
        else if (_policy.WarnAtUtilization is { } share && limit.IsPositive && exposure >= limit * share)
        {
            if (Lists(CreditFindingCode.LimitNear, out var near))
                Add(new LimitNearFinding(near, limit, exposure, share));
        }
    }

    private decimal? Convert(Money money, Currency into)
    {
        if (money.Currency == into)
            return money.Amount;
        if (_facts.Rates.TryGetValue(money.Currency, out var rate))
        {
            if (Exact.Product(money.Amount, rate) is { } converted)
                return new Money(converted, into).Round().Amount;
        }
        _withoutRate ??= money.Currency;
        return null;
    }

    /// <summary>Whether the policy lists a finding, and how severe it is once an override has spoken.</summary>
    private readonly bool Lists(CreditFindingCode code, out CreditSeverity severity)
    {
        severity = _policy.SeverityOf(code);
        if (severity == CreditSeverity.Block && _overrideInForce && IsOverridden(code))
            severity = CreditSeverity.Warn;
        return severity != CreditSeverity.Ignore;
    }

    private void Add(CreditFinding finding) => (_findings ??= []).Add(finding);

    private readonly bool IsOverridden(CreditFindingCode code) =>
        code switch
        {
            CreditFindingCode.Overdue or CreditFindingCode.CounterpartyBlocked => true,
            CreditFindingCode.LimitExceeded or CreditFindingCode.LimitUnknown => _facts.OverrideCoversLimit,
            _ => false,
        };

    private static decimal? Larger(decimal? left, decimal? right) => left is null || right > left ? right : left;
}
