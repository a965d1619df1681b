using System.Globalization;
using NodaTime;
using Settlements.Credit;
using Settlements.Terms;
using static Settlements.Tests.Credit.CreditCase;

namespace Settlements.Tests.Credit;

public sealed class CreditPolicyTests
{
    private static readonly CreditOverride Approval = new(Money.Rub(1_000m), Today, "promised to pay on Monday", "I. Petrova");

    private static decimal Parse(string number) => decimal.Parse(number, CultureInfo.InvariantCulture);

    [Fact]
    public void Allows_an_order_within_the_limit_and_says_what_is_left()
    {
        var decision = new CreditCase().Decide();

        decision.Verdict.Should().Be(CreditVerdict.Allow);
        decision.Findings.Should().BeEmpty();
        decision.Exposure.Total.Should().Be(Money.Rub(101_000m));
        decision.Available.Should().Be(Money.Rub(399_000m));
    }

    [Fact]
    public void Blocks_the_order_when_debt_is_overdue()
    {
        var decision = new CreditCase { Overdue = 20_000m }.Decide();

        decision.Verdict.Should().Be(CreditVerdict.Block);
        decision.Findings.Should().Equal(new OverdueFinding(CreditSeverity.Block, Money.Rub(20_000m), Money.Rub(0m), OverdueBasis.Stated));
    }

    [Theory]
    [InlineData("100", "100", false)]
    [InlineData("100.01", "100", true)]
    [InlineData("0", "0", false)]
    [InlineData("0.01", "0", true)]
    public void An_overdue_amount_fires_only_above_the_tolerance(string amount, string tolerated, bool fires)
    {
        var (overdue, tolerance) = (Parse(amount), Parse(tolerated));
        var decision = new CreditCase
        {
            Overdue = overdue,
            Policy = new() { OverdueTolerance = tolerance },
        }.Decide();

        decision.Codes().Contains(CreditFindingCode.Overdue).Should().Be(fires);
    }

    [Theory]
    [InlineData("399000", CreditVerdict.Allow)]
    [InlineData("448999.99", CreditVerdict.Allow)]
    [InlineData("449000", CreditVerdict.Warn)]
    [InlineData("499000", CreditVerdict.Warn)]
    [InlineData("499000.01", CreditVerdict.Block)]
    public void The_limit_is_near_from_nine_tenths_on_and_exceeded_only_above_it(string debt, CreditVerdict verdict) =>
        new CreditCase { Debt = Parse(debt) }
            .Decide()
            .Verdict.Should()
            .Be(verdict);

    [Fact]
    public void An_exceeded_limit_says_by_how_much()
    {
        var decision = new CreditCase { Debt = 499_500m, Holds = [Money.Rub(200m), Money.Rub(50m)] }.Decide();

        decision.Findings.Should().Equal(new LimitExceededFinding(CreditSeverity.Block, Money.Rub(500_000m), Money.Rub(500_750m)));
        ((LimitExceededFinding)decision.Findings[0]).Excess.Should().Be(Money.Rub(750m));
        decision.Available.Should().Be(Money.Rub(-750m));
        decision.Exposure.Holds.Should().Be(Money.Rub(250m));
    }

    [Fact]
    public void A_limit_whose_excess_is_ignored_is_not_reported_as_near() =>
        new CreditCase
        {
            Debt = 600_000m,
            Policy = new() { OnLimitExceeded = CreditSeverity.Ignore },
        }
            .Decide()
            .Findings.Should()
            .BeEmpty();

    [Fact]
    public void A_prepaid_order_of_a_customer_over_the_limit_passes()
    {
        var decision = new CreditCase { Debt = 600_000m, Terms = PaymentTerms.Prepay() }.Decide();

        decision.Verdict.Should().Be(CreditVerdict.Allow);
        decision.Exposure.Order.Should().Be(Money.Rub(0m));
        decision.Available.Should().Be(Money.Rub(-100_000m));
    }

    [Fact]
    public void Only_the_deferred_part_of_mixed_terms_takes_credit() =>
        new CreditCase { Terms = PaymentTerms.Mixed(30m, 14) }
            .Decide()
            .Exposure.Order.Should()
            .Be(Money.Rub(700m));

    [Fact]
    public void An_unknown_limit_warns_an_order_on_credit_and_leaves_a_prepaid_one_alone()
    {
        new CreditCase { Limit = null }
            .Decide()
            .Codes()
            .Should()
            .Equal(CreditFindingCode.LimitUnknown);
        new CreditCase { Limit = null, Terms = PaymentTerms.Prepay() }
            .Decide()
            .Findings.Should()
            .BeEmpty();
        new CreditCase { Limit = null }
            .Decide()
            .Available.Should()
            .BeNull();
    }

    [Fact]
    public void A_limit_that_is_not_enforced_bounds_nothing()
    {
        var decision = new CreditCase { Debt = 900_000m, Limit = new(Money.Rub(500_000m), IsEnforced: false) }.Decide();

        decision.Findings.Should().BeEmpty();
        decision.Available.Should().BeNull();
    }

    [Fact]
    public void A_limit_of_zero_is_no_credit_unless_the_policy_reads_it_as_no_limit()
    {
        var zero = new CreditCase { Debt = 0m, Limit = new(Money.Rub(0m)) };

        zero.Decide().Codes().Should().Equal(CreditFindingCode.LimitExceeded);
        (zero with { Policy = new() { ZeroLimit = ZeroLimitMeaning.NoLimit } }).Decide().Findings.Should().BeEmpty();
    }

    [Fact]
    public void A_negative_debt_is_an_advance()
    {
        var decision = new CreditCase { Debt = -5_000m, Advance = 1_000m }.Decide();

        decision.Exposure.Debt.Should().Be(Money.Rub(0m));
        decision.Exposure.Advance.Should().Be(Money.Rub(6_000m));
        decision.Exposure.Total.Should().Be(Money.Rub(-5_000m));
    }

    [Fact]
    public void An_unknown_advance_subtracts_nothing_and_stays_unknown()
    {
        var decision = new CreditCase { Advance = null }.Decide();

        decision.Exposure.Advance.Should().BeNull();
        decision.Exposure.Total.Should().Be(Money.Rub(101_000m));
    }

    [Fact]
    public void An_unknown_debt_always_blocks_and_leaves_the_exposure_unknown()
    {
        var everythingIgnored = new CreditPolicy { OnOverdueUnknown = CreditSeverity.Ignore, OnLimitExceeded = CreditSeverity.Ignore };
        var decision = new CreditCase
        {
            Debt = null,
            Policy = everythingIgnored,
            Override = Approval,
        }.Decide();

        decision.Verdict.Should().Be(CreditVerdict.Block);
        decision.Codes().Should().Equal(CreditFindingCode.DebtUnknown);
        decision.Exposure.Total.Should().BeNull();
        decision.Available.Should().BeNull();
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Due_today_is_not_overdue_and_due_yesterday_is(int daysAgo, bool fires)
    {
        var decision = new CreditCase
        {
            Documents = [Document(10m, Today.PlusDays(-daysAgo))],
            Policy = new() { OverdueBasis = OverdueBasis.Computed },
        }.Decide();

        decision.Codes().Contains(CreditFindingCode.Overdue).Should().Be(fires);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void The_last_day_of_grace_is_quiet(int daysAgo, bool fires) =>
        new CreditCase
        {
            Documents = [Document(10m, Today.PlusDays(-daysAgo))],
            Policy = new() { OverdueBasis = OverdueBasis.Computed, GraceDays = 5 },
        }
            .Decide()
            .Codes()
            .Contains(CreditFindingCode.Overdue)
            .Should()
            .Be(fires);

    [Fact]
    public void Computed_overdue_is_unknown_without_a_list_or_with_a_document_that_has_no_due_date()
    {
        var computed = new CreditCase
        {
            Overdue = 50m,
            Policy = new() { OverdueBasis = OverdueBasis.Computed },
        };
        var halfKnown = computed with { Documents = [Document(20m, new LocalDate(2026, 11, 1)), Document(5m, null)] };

        computed.Decide().Findings.Should().Equal(new OverdueUnknownFinding(CreditSeverity.Warn, OverdueBasis.Computed, null));
        halfKnown.Decide().Findings.Should().Equal(new OverdueUnknownFinding(CreditSeverity.Warn, OverdueBasis.Computed, Money.Rub(20m)));
    }

    [Fact]
    public void An_overpaid_document_does_not_make_up_for_a_late_one() =>
        new CreditCase
        {
            Documents = [Document(-500m, null), Document(20m, new LocalDate(2026, 11, 1)), Document(0m, null)],
            Policy = new() { OverdueBasis = OverdueBasis.Computed },
        }
            .Decide()
            .Findings.Should()
            .Equal(new OverdueFinding(CreditSeverity.Block, Money.Rub(20m), Money.Rub(0m), OverdueBasis.Computed));

    [Theory]
    [InlineData(30, 20, "Overdue", OverdueBasis.Stated, 30)]
    [InlineData(20, 30, "Overdue", OverdueBasis.Computed, 30)]
    [InlineData(null, 30, "Overdue", OverdueBasis.Computed, 30)]
    [InlineData(30, null, "Overdue", OverdueBasis.Stated, 30)]
    [InlineData(null, 0, "OverdueUnknown", OverdueBasis.Either, 0)]
    [InlineData(0, null, "OverdueUnknown", OverdueBasis.Either, 0)]
    [InlineData(null, null, "OverdueUnknown", OverdueBasis.Either, null)]
    [InlineData(0, 0, "", OverdueBasis.Either, 0)]
    public void Either_basis_takes_the_greater_known_figure(int? stated, int? computed, string code, OverdueBasis basis, int? amount)
    {
        var decision = new CreditCase
        {
            Overdue = stated,
            Documents = computed is { } open ? [Document(open, new LocalDate(2026, 11, 1))] : null,
            Policy = new() { OverdueBasis = OverdueBasis.Either },
        }.Decide();

        Money? money = amount is { } value ? Money.Rub(value) : null;
        CreditFinding[] expected = code switch
        {
            "Overdue" => [new OverdueFinding(CreditSeverity.Block, money!.Value, Money.Rub(0m), basis)],
            "OverdueUnknown" => [new OverdueUnknownFinding(CreditSeverity.Warn, basis, money)],
            _ => [],
        };
        decision.Findings.Should().Equal(expected);
    }

    [Fact]
    public void A_silent_source_blocks_and_nothing_of_the_balance_is_made_up()
    {
        var decision = new CreditCase { HasBalance = false, Holds = [Money.Rub(5m)] }.Decide();

        decision.Findings.Should().Equal(new BalanceUnavailableFinding(CreditSeverity.Block));
        decision.Exposure.Debt.Should().BeNull();
        decision.Exposure.Total.Should().BeNull();
        decision.Exposure.Order.Should().Be(Money.Rub(1_000m));
        decision.Available.Should().BeNull();
        decision.Reading.Should().BeNull();
    }

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    public void Figures_are_stale_only_when_older_than_the_policy_accepts(int minutes, bool fires) =>
        new CreditCase
        {
            Age = Duration.FromMinutes(minutes),
            Policy = new() { MaxAge = Duration.FromMinutes(15) },
        }
            .Decide()
            .Codes()
            .Contains(CreditFindingCode.BalanceStale)
            .Should()
            .Be(fires);

    [Fact]
    public void A_block_by_the_source_and_one_by_the_host_are_one_finding() =>
        new CreditCase { IsBlocked = true, IsBlockedByHost = true }
            .Decide()
            .Findings.Should()
            .Equal(new CounterpartyBlockedFinding(CreditSeverity.Block));

    [Fact]
    public void Lists_every_finding_at_once() =>
        new CreditCase
        {
            Debt = 600_000m,
            Overdue = 1m,
            IsBlocked = true,
            Age = Duration.FromHours(2),
            Policy = new() { MaxAge = Duration.FromMinutes(1) },
        }
            .Decide()
            .Codes()
            .Should()
            .BeEquivalentTo([
                CreditFindingCode.BalanceStale,
                CreditFindingCode.Overdue,
                CreditFindingCode.LimitExceeded,
                CreditFindingCode.CounterpartyBlocked,
            ]);

    [Fact]
    public void An_override_turns_what_a_person_may_answer_for_into_a_warning()
    {
        var decision = new CreditCase
        {
            Debt = 600_000m,
            Overdue = 1m,
            IsBlocked = true,
            Override = Approval,
        }.Decide();

        decision.Verdict.Should().Be(CreditVerdict.Warn);
        decision.Findings.Should().HaveCount(3).And.OnlyContain(finding => finding.Severity == CreditSeverity.Warn);
        decision.Override.Should().BeSameAs(Approval);
    }

    [Fact]
    public void An_override_past_its_day_or_below_the_total_or_in_another_currency_changes_nothing()
    {
        var late = Approval with { };
        new CreditCase { Overdue = 1m, Override = new(Money.Rub(1_000m), Today.PlusDays(-1), "r", "a") }
            .Decide()
            .Verdict.Should()
            .Be(CreditVerdict.Block);
        new CreditCase { Overdue = 1m, Override = new(Money.Rub(999.99m), Today, "r", "a") }
            .Decide()
            .Verdict.Should()
            .Be(CreditVerdict.Block);
        new CreditCase { Overdue = 1m, Override = new(new Money(1_000m, Currency.Usd), Today, "r", "a") }
            .Decide()
            .Override.Should()
            .BeNull();
        new CreditCase { Overdue = 1m, Override = late }
            .Decide()
            .Verdict.Should()
            .Be(CreditVerdict.Warn);
    }

    [Fact]
    public void An_override_does_not_answer_for_missing_or_stale_figures()
    {
        new CreditCase { HasBalance = false, Override = Approval }
            .Decide()
            .Verdict.Should()
            .Be(CreditVerdict.Block);
        new CreditCase
        {
            Override = Approval,
            Age = Duration.FromHours(1),
            Policy = new() { MaxAge = Duration.Zero },
        }
            .Decide()
            .Verdict.Should()
            .Be(CreditVerdict.Block);
    }

    [Fact]
    public void Two_currencies_without_a_rate_block_and_leave_the_exposure_unknown()
    {
        var decision = new CreditCase { Total = new Money(10m, Currency.Usd) }.Decide();

        decision.Findings.Should().Equal(new CurrencyMismatchFinding(CreditSeverity.Block, Currency.Rub, Currency.Usd));
        decision.Exposure.Order.Should().BeNull();
        decision.Exposure.Total.Should().BeNull();
        decision.Available.Should().BeNull();
    }

    [Fact]
    public void A_rate_brings_the_order_into_the_currency_of_the_balance()
    {
        var decision = new CreditCase
        {
            Total = new Money(10.01m, Currency.Usd),
            Rates = new Dictionary<Currency, decimal> { [Currency.Usd] = 90.5555m },
        }.Decide();

        decision.Verdict.Should().Be(CreditVerdict.Allow);
        decision.Exposure.Order.Should().Be(Money.Rub(906.46m));
    }

    [Fact]
    public void A_limit_in_a_third_currency_matters_only_to_an_order_that_takes_credit()
    {
        var inEuro = new CreditCase { Limit = new(new Money(5_000m, Currency.Eur)) };

        inEuro.Decide().Findings.Should().Equal(new CurrencyMismatchFinding(CreditSeverity.Block, Currency.Rub, Currency.Eur));
        (inEuro with { Terms = PaymentTerms.Prepay() }).Decide().Verdict.Should().Be(CreditVerdict.Allow);
        (inEuro with { Rates = new Dictionary<Currency, decimal> { [Currency.Eur] = 100m } })
            .Decide()
            .Available.Should()
            .Be(Money.Rub(399_000m));
    }

    [Fact]
    public void An_order_that_the_balance_counts_already_is_not_counted_twice()
    {
        var decision = new CreditCase
        {
            Documents = [Document(600m, Today, "A-1001", amount: 800m), Document(99_400m, Today, "A-1000")],
        }.Decide();

        decision.Exposure.Order.Should().Be(Money.Rub(200m));
        decision.Exposure.Total.Should().Be(Money.Rub(100_200m));
    }

    [Fact]
    public void A_rate_that_is_not_above_zero_is_refused() =>
        FluentActions
            .Invoking(() => new CreditCase { Rates = new Dictionary<Currency, decimal> { [Currency.Usd] = 0m } }.Decide())
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("The rate of USD is 0; it must be above zero.*");

    [Theory]
    [InlineData("-1")]
    [InlineData("0.001")]
    public void A_total_that_is_negative_or_finer_than_a_kopeck_is_no_order(string total) =>
        FluentActions.Invoking(() => new OrderToCheck("A", Customer, Money.Rub(Parse(total)), Today)).Should().Throw<ArgumentException>();

    [Fact]
    public void Figures_that_no_decimal_can_add_up_block_instead_of_throwing()
    {
        new CreditCase { Debt = decimal.MaxValue }
            .Decide()
            .Codes()
            .Should()
            .Equal(CreditFindingCode.DebtUnknown);
        new CreditCase { Total = Money.Rub(decimal.MaxValue) }
            .Decide()
            .Verdict.Should()
            .Be(CreditVerdict.Block);
        new CreditCase { Holds = [Money.Rub(decimal.MaxValue), Money.Rub(1m)] }
            .Decide()
            .Verdict.Should()
            .Be(CreditVerdict.Block);
        new CreditCase
        {
            Documents = [Document(decimal.MaxValue, Today.PlusDays(-1)), Document(decimal.MaxValue, Today.PlusDays(-1))],
            Policy = new() { OverdueBasis = OverdueBasis.Computed },
        }
            .Decide()
            .Verdict.Should()
            .Be(CreditVerdict.Block);
    }

    [Fact]
    public void A_limit_as_large_as_can_be_written_leaves_room_for_everybody()
    {
        var decision = new CreditCase { Debt = -5_000m, Limit = new(Money.Rub(decimal.MaxValue)) }.Decide();

        decision.Verdict.Should().Be(CreditVerdict.Allow);
        decision.Available.Should().BeNull("no decimal holds it");
    }

    [Fact]
    public void A_prepaid_order_in_another_currency_is_a_mismatch_that_leaves_the_exposure_known()
    {
        var decision = new CreditCase { Total = new Money(10m, Currency.Usd), Terms = PaymentTerms.Prepay() }.Decide();

        decision.Codes().Should().Equal(CreditFindingCode.CurrencyMismatch);
        decision.Exposure.Order.Should().Be(Money.Rub(0m));
        decision.Exposure.Total.Should().Be(Money.Rub(100_000m));
    }

    [Fact]
    public void A_document_that_states_only_what_is_open_covers_that_much_of_its_order() =>
        new CreditCase { Documents = [Document(600m, Today, "A-1001")] }
            .Decide()
            .Exposure.Order.Should()
            .Be(Money.Rub(400m));
}
