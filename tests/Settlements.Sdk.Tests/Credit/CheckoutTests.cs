using Microsoft.Extensions.DependencyInjection;
using Settlements.Balances;
using Settlements.Credit;
using Settlements.Terms;
using Settlements.Testing;
using static Settlements.Tests.Credit.ScriptedBalances;

namespace Settlements.Tests.Credit;

public sealed class CheckoutTests
{
    private static readonly PaymentMethod Card = new("card", PaymentMethodKind.OnlineCard);
    private static readonly PaymentMethod Bill = new("bill", PaymentMethodKind.Invoice);

    private readonly ManualTimeProvider _time = new(CreditCase.Now.ToDateTimeOffset());
    private readonly InMemoryPaymentTermsStore _terms = new();
    private readonly InMemoryCreditHoldStore _holds;

    public CheckoutTests() => _holds = new InMemoryCreditHoldStore(_time);

    [Fact]
    public async Task Says_all_that_a_checkout_needs_in_one_call()
    {
        await Keep(PaymentTerms.Mixed(30m, 14));

        var plan = await Checkout(Balance()).PlanAsync(Cart(1_000m));

        plan.MayBePlaced.Should().BeTrue();
        plan.Terms!.Id.Should().Be(TermsId.Parse("T-1"));
        plan.Schedule!.Installments.Select(part => part.Amount).Should().Equal(Money.Rub(300m), Money.Rub(700m));
        plan.Schedule.FinalDue.Should().Be(CreditCase.Today.PlusDays(14));
        plan.Methods.Should().Equal(new AllowedMethod(Card, PayablePart.Prepayment), new AllowedMethod(Bill, PayablePart.Everything));
        plan.Invoices.Select(invoice => invoice.Amount).Should().Equal(Money.Rub(300m), Money.Rub(700m));
        plan.Check!.Hold!.Amount.Should().Be(Money.Rub(700m), "the prepayment takes no credit");
    }

    [Fact]
    public async Task Hides_online_methods_under_deferral_and_shows_them_for_prepayment()
    {
        await Keep(PaymentTerms.Deferred(30));
        (await Checkout(Balance()).PlanAsync(Cart(100m))).Methods.Select(allowed => allowed.Method).Should().Equal(Bill);

        await Keep(PaymentTerms.Prepay());
        var prepaid = await Checkout(Balance()).PlanAsync(Cart(100m));
        prepaid.Methods.Select(allowed => allowed.Method).Should().Equal(Card, Bill);
        prepaid.Check!.Hold!.Amount.Should().Be(Money.Rub(0m), "the hold of the deferred order is given back");
    }

    [Fact]
    public async Task Without_terms_counts_the_whole_on_credit_and_excludes_no_method()
    {
        var plan = await Checkout(Balance()).PlanAsync(Cart(400m));

        plan.Terms.Should().BeNull();
        plan.Schedule.Should().BeNull();
        plan.Invoices.Should().BeEmpty();
        plan.Methods.Select(allowed => allowed.Part).Should().Equal(PayablePart.Everything, PayablePart.Everything);
        plan.Check!.Hold!.Amount.Should().Be(Money.Rub(400m));
    }

    [Fact]
    public async Task Blocks_and_says_what_to_pay()
    {
        await Keep(PaymentTerms.Deferred(30));

        var plan = await Checkout(Balance(debt: 900m) with { Overdue = Money.Rub(50m) }).PlanAsync(Cart(400m));

        plan.MayBePlaced.Should().BeFalse();
        plan.Check!.Hold.Should().BeNull();
        plan.Check.Decision.PaymentToUnblock.Should().Be(Money.Rub(300m), "the overdue 50 are a part of the 300 above the limit");
    }

    [Theory]
    [InlineData(0, 0, 400, null)]
    [InlineData(100, 100, 400, 100)]
    [InlineData(900, 500, 400, 500)]
    [InlineData(700, 0, 400, 100)]
    public async Task Names_the_one_payment_that_lifts_every_block(int debt, int overdue, int total, int? expected)
    {
        var plan = await Checkout(Balance(debt) with { Overdue = Money.Rub(overdue) }).PlanAsync(Cart(total));

        plan.Check!.Decision.PaymentToUnblock.Should().Be(expected is { } sum ? Money.Rub(sum) : (Money?)null);
    }

    [Fact]
    public async Task Names_no_payment_where_none_would_help()
    {
        var plan = await Checkout(Balance(debt: 900m) with { IsBlocked = true }).PlanAsync(Cart(400m));

        plan.Check!.Decision.Verdict.Should().Be(CreditVerdict.Block);
        plan.Check.Decision.PaymentToUnblock.Should().BeNull();
    }

    [Fact]
    public async Task Takes_the_terms_of_the_contract()
    {
        var contract = ContractId.Parse("7d9f3f0a-5f0e-4a55-8d55-0a1b2c3d4e5f");
        await Keep(PaymentTerms.Prepay());
        await _terms.SaveAsync(
            PaymentTermsOwner.Of(CreditCase.Customer, contract),
            PaymentTermsSet.Always(TermsId.Parse("T-2"), PaymentTerms.Deferred(10)),
            CancellationToken.None
        );

        var plan = await Checkout(Balance()).PlanAsync(Cart(100m) with { Contract = contract });

        plan.Terms!.Id.Should().Be(TermsId.Parse("T-2"));
    }

    [Fact]
    public async Task An_order_that_the_terms_make_no_schedule_of_is_neither_checked_nor_placed()
    {
        await Keep(PaymentTerms.Deferred(10).WithRoll(HolidayRoll.Following));
        var balances = new ScriptedBalances(_ => Task.FromResult(Balance()));

        var plan = await Checkout(balances).PlanAsync(Cart(100m));

        plan.Problem!.Kind.Should().Be(PaymentTermsProblemKind.Calendar);
        plan.MayBePlaced.Should().BeFalse();
        balances.Calls.Should().Be(0);
    }

    [Fact]
    public async Task Leaves_pending_what_waits_for_the_shipment()
    {
        var line = new PaymentTermsLine(PaymentShare.Remainder) { BaseDate = TermsBaseDate.Shipment, Due = DueRule.OnBaseDate.AddDays(10) };
        await Keep(PaymentTerms.FromLines(line));
        var checkout = Checkout(Balance());

        (await checkout.PlanAsync(Cart(100m))).Schedule!.FinalDue.Should().BeNull();
        var planned = await checkout.PlanAsync(Cart(100m) with { Shipment = CreditCase.Today.PlusDays(3) });
        planned.Schedule!.FinalDue.Should().Be(CreditCase.Today.PlusDays(13));
    }

    [Fact]
    public async Task Comes_from_the_container_with_terms_in_memory()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IBalanceSource>(new ScriptedBalances(_ => Task.FromResult(Balance())));
        services.AddSingleton<TimeProvider>(_time);
        services.AddSettlements().AddCheckout();
        await using var provider = services.BuildServiceProvider();

        var plan = await provider.GetRequiredService<Checkout>().PlanAsync(Cart(100m));

        plan.MayBePlaced.Should().BeTrue();
        provider.GetRequiredService<IPaymentTermsStore>().Should().BeOfType<InMemoryPaymentTermsStore>();
    }

    private Task Keep(PaymentTerms terms) =>
        _terms.SaveAsync(
            PaymentTermsOwner.Of(CreditCase.Customer),
            PaymentTermsSet.Always(TermsId.Parse("T-1"), terms),
            CancellationToken.None
        );

    private Checkout Checkout(CounterpartyBalance balance) => Checkout(new ScriptedBalances(_ => Task.FromResult(balance)));

    private Checkout Checkout(ScriptedBalances balances) => new(new OrderCheck(balances, _holds, new OrderCheckOptions(), _time), _terms);

    private static CheckoutCart Cart(decimal total) =>
        new()
        {
            OrderId = "A-1",
            Counterparty = CreditCase.Customer,
            Total = Money.Rub(total),
            Date = CreditCase.Today,
            Methods = [Card, Bill],
        };
}
