using System.Globalization;
using NodaTime;
using Settlements.Balances;

namespace Settlements.Credit;

/// <summary>The answer to "may this order be placed?", with every reason and every figure it was made from.</summary>
public sealed class CreditDecision
{
    private readonly CreditFacts _facts;
    private readonly decimal? _available;

    internal CreditDecision(
        CreditFacts facts,
        CreditExposure exposure,
        decimal? available,
        IReadOnlyList<CreditFinding>? findings,
        CreditOverride? appliedOverride
    )
    {
        _facts = facts;
        _available = available;
        Exposure = exposure;
        Findings = findings ?? [];
        Override = appliedOverride;
        foreach (var finding in Findings)
        {
            if ((int)finding.Severity > (int)Verdict)
                Verdict = finding.Severity == CreditSeverity.Block ? CreditVerdict.Block : CreditVerdict.Warn;
        }
    }

    /// <summary>The worst finding's severity; allow when there is none.</summary>
    public CreditVerdict Verdict { get; }

    /// <summary>Every reason; those that the policy ignores are not listed. Never null.</summary>
    public IReadOnlyList<CreditFinding> Findings { get; }

    /// <summary>What is at stake if the order goes through, by parts.</summary>
    public CreditExposure Exposure { get; }

    /// <summary>
    /// Limit − exposure, negative when over, in the balance's currency; null when there is no limit to measure by (unknown, not enforced, unlimited) or the
    /// exposure is not known.
    /// </summary>
    public Money? Available => _available is { } amount ? new Money(amount, Exposure.Currency) : null;

    /// <summary>
    /// What the customer would have to pay for this order to pass: enough to settle what is overdue and to bring the exposure down to the limit, in the balance's
    /// currency. Null when nothing blocks the order, and when something blocks it that no payment lifts. It helps once the source has booked it.
    /// </summary>
    public Money? PaymentToUnblock
    {
        get
        {
            Money? needed = null;
            foreach (var finding in Findings)
            {
                if (finding.Severity != CreditSeverity.Block)
                    continue;
                var amount = finding switch
                {
                    OverdueFinding overdue => overdue.Amount,
                    LimitExceededFinding exceeded => exceeded.Excess,
                    _ => (Money?)null,
                };
                if (amount is null)
                    return null;
                // One payment does both: what settles the overdue part lowers the exposure too.
                needed = needed is null || amount > needed ? amount : needed;
            }

            return needed;
        }
    }

    /// <summary>The override that was in force for this order; null when there was none. It stands here even when nothing had to be overridden.</summary>
    public CreditOverride? Override { get; }

    /// <summary>The order that was judged.</summary>
    public OrderToCheck Order => _facts.Order;

    /// <summary>The business date as of which it was judged.</summary>
    public LocalDate Today => _facts.Today;

    /// <summary>The figures it was judged by, with their origin and age; null when they were not to be had.</summary>
    public BalanceReading? Reading => _facts.Reading;

    /// <summary>Says the decision and every reason in words, for the customer: a line for the verdict and one for each finding.</summary>
    /// <param name="culture">Russian for any Russian culture, English for every other.</param>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is null.</exception>
    public string Describe(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return CreditText.For(culture).Describe(this);
    }

    /// <summary>The decision as one JSON object for an audit log: order, date, verdict, findings, exposure, available, balance, override.</summary>
    /// <remarks>The shape is that of <c>docs/credit-decisions.md</c>. Amounts are decimal strings with the currency's minor digits, unknown ones null.</remarks>
    public string ToJson() => CreditDecisionJson.Write(this);

    /// <summary>A short form for logs: verdict and codes.</summary>
    public override string ToString() =>
        Findings.Count == 0 ? Verdict.ToString() : $"{Verdict} ({string.Join(", ", Findings.Select(finding => finding.Code))})";
}
