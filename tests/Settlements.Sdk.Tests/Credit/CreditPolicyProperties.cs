using FsCheck;
using FsCheck.Fluent;
using Settlements.Balances;
using Settlements.Credit;
using Settlements.Terms;
using static Settlements.Tests.Credit.CreditCase;

namespace Settlements.Tests.Credit;

public sealed class CreditPolicyProperties
{
    private static readonly Gen<decimal> Amount = Gen.Choose(0, 1_000_000).Select(kopecks => kopecks / 100m);
    private static readonly Gen<CreditSeverity> Severity = Gen.Elements(Enum.GetValues<CreditSeverity>());
    private static readonly Gen<PaymentTerms?> Terms = Gen.Elements<PaymentTerms?>(
        null,
        PaymentTerms.Prepay(),
        PaymentTerms.Deferred(14),
        PaymentTerms.Mixed(33.3m, 7)
    );

    private static readonly Gen<CreditPolicy> Policy =
        from severities in Severity.ArrayOf(9)
        from basis in Gen.Elements(Enum.GetValues<OverdueBasis>())
        from zero in Gen.Elements(Enum.GetValues<ZeroLimitMeaning>())
        from tolerance in Gen.Elements(0m, 1m, 500m)
        from grace in Gen.Choose(0, 5)
        from near in Gen.Elements<decimal?>(null, 0.5m, 0.9m, 1m)
        select new CreditPolicy
        {
            OnOverdue = severities[0],
            OnLimitExceeded = severities[1],
            OnLimitUnknown = severities[2],
            OnLimitNear = severities[3],
            OnOverdueUnknown = severities[4],
            OnBalanceUnavailable = severities[5],
            OnBalanceStale = severities[6],
            OnCounterpartyBlocked = severities[7],
            OnCurrencyMismatch = severities[8],
            OverdueBasis = basis,
            ZeroLimit = zero,
            OverdueTolerance = tolerance,
            GraceDays = grace,
            WarnAtUtilization = near,
        };

    private static readonly Gen<OpenDocument> OneDocument =
        from outstanding in Maybe(Amount)
        from days in Maybe(Gen.Choose(-10, 10))
        from order in Gen.Elements(null, "A-1001", "A-7")
        select Document(outstanding, days is { } offset ? Today.PlusDays(offset) : null, order);

    private static readonly Gen<CreditCase> Case =
        from policy in Policy
        from debt in Maybe(Amount)
        from advance in Maybe(Amount)
        from overdue in Maybe(Amount)
        from limit in Maybe(Gen.OneOf(Amount, Gen.Constant(0m)))
        from enforced in Gen.Elements(true, true, false)
        from documents in Gen.OneOf(Gen.Constant<OpenDocument[]?>(null), OneDocument.ArrayOf(4).Select(array => (OpenDocument[]?)array))
        from holds in Amount.ArrayOf(2)
        from total in Amount
        from terms in Terms
        select new CreditCase
        {
            Policy = policy,
            Debt = debt,
            Advance = advance,
            Overdue = overdue,
            Limit = limit is { } bound ? new CreditLimit(Money.Rub(bound), enforced) : null,
            Documents = documents,
            Holds = [.. holds.Select(Money.Rub)],
            Total = Money.Rub(total),
            Terms = terms,
        };

    [Fact]
    public void More_debt_never_makes_a_worse_verdict_better() =>
        Holds(
            from facts in Case
            from more in Amount
            where facts.Policy.OnLimitNear <= facts.Policy.OnLimitExceeded || facts.Policy.WarnAtUtilization is null
            select (facts, more),
            pair =>
                pair.facts.Debt is not { } debt
                || (pair.facts with { Debt = debt + pair.more }).Decide().Verdict >= pair.facts.Decide().Verdict
        );

    [Fact]
    public void The_order_of_documents_does_not_matter() =>
        Holds(
            Case,
            facts =>
                facts.Documents is not { } documents
                || (facts with { Documents = [.. documents.Reverse()] }).Decide().ToJson() == facts.Decide().ToJson()
        );

    [Fact]
    public void The_parts_of_the_exposure_add_up() =>
        Holds(
            Case,
            facts =>
            {
                var exposure = facts.Decide().Exposure;
                return exposure.Debt is not { } debt
                    ? exposure.Total is null
                    : exposure.Total == debt - (exposure.Advance ?? Money.Rub(0m)) + exposure.Holds!.Value + exposure.Order!.Value;
            }
        );

    [Fact]
    public void An_unknown_debt_never_passes() =>
        Holds(Case, facts => (facts with { Debt = null }).Decide().Verdict == CreditVerdict.Block);

    [Fact]
    public void An_unknown_overdue_is_never_taken_for_none() =>
        Holds(
            Case,
            facts =>
                (facts with { Overdue = null, Documents = null, Policy = facts.Policy with { OnOverdueUnknown = CreditSeverity.Warn } })
                    .Decide()
                    .Codes()
                    .Contains(CreditFindingCode.OverdueUnknown)
        );

    [Fact]
    public void An_unknown_limit_is_never_taken_for_room() =>
        Holds(
            Case,
            facts =>
            {
                var unknown = facts with { Limit = null, Policy = facts.Policy with { OnLimitUnknown = CreditSeverity.Warn } };
                var decision = unknown.Decide();
                var takesCredit = (unknown.Terms?.DeferredPart(unknown.Total) ?? unknown.Total).IsPositive;
                return decision.Available is null && decision.Codes().Contains(CreditFindingCode.LimitUnknown) == takesCredit;
            }
        );

    [Fact]
    public void An_unknown_advance_never_makes_the_exposure_smaller_than_a_known_one() =>
        Holds(
            Case,
            facts =>
                facts.Decide().Exposure.Total is not { } total || (facts with { Advance = null }).Decide().Exposure.Total!.Value >= total
        );

    [Fact]
    public void The_same_facts_always_give_the_same_decision() =>
        Holds(Case, facts => facts.Decide().ToJson() == (facts with { }).Decide().ToJson());

    private static Gen<T?> Maybe<T>(Gen<T> value)
        where T : struct => Gen.Frequency((1, Gen.Constant<T?>(null)), (4, value.Select(known => (T?)known)));

    /// <summary>A thousand cases from a fixed seed; FsCheck prints the smallest one that fails together with the seed.</summary>
    private static void Holds<T>(Gen<T> cases, Func<T, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20261121, 1), Prop.ForAll(Arb.From(cases), property));
}
