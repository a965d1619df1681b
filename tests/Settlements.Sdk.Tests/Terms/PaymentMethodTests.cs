using Settlements.Terms;
using static Settlements.Tests.Terms.Given;

namespace Settlements.Tests.Terms;

public sealed class PaymentMethodTests
{
    private static readonly PaymentMethod Card = new("card", PaymentMethodKind.OnlineCard);
    private static readonly PaymentMethod Wallet = new("wallet", PaymentMethodKind.OnlineWallet);
    private static readonly PaymentMethod Bill = new("bill", PaymentMethodKind.Invoice);
    private static readonly PaymentMethod Cash = new("cash", PaymentMethodKind.Cash);
    private static readonly PaymentMethod Unknown = new("barter", PaymentMethodKind.Unknown);
    private static readonly PaymentMethod Newer = new("crypto", (PaymentMethodKind)77);
    private static readonly PaymentMethod[] All = [Card, Bill, Wallet, Unknown, Cash, Newer];

    private static readonly DueRule Later = DueRule.OnBaseDate.AddDays(10);

    public static TheoryData<PaymentTerms> Prepaid =>
        [
            PaymentTerms.Prepay(),
            PaymentTerms.FromLines(Percent(50m), Remainder(DueRule.OnBaseDate.AddDays(-3))),
            PaymentTerms.FromLines(Remainder(Later) with { StatedKind = InstallmentKind.Prepayment }),
            PaymentTerms.FromLines(Percent(0m, Later), Fixed(0m, Later), OfRemainder(0m, Later), Remainder()),
            PaymentTerms.FromLines(Fixed(0m, Later)),
        ];

    [Theory]
    [MemberData(nameof(Prepaid))]
    public void Prepaid_terms_allow_every_method_everything(PaymentTerms terms)
    {
        var allowed = terms.Allowed(All);

        allowed.Select(a => a.Method).Should().Equal(All);
        allowed.Should().OnlyContain(a => a.Part == PayablePart.Everything);
        All.Should().OnlyContain(method => terms.Allows(method));
    }

    public static TheoryData<PaymentTerms> Deferred =>
        [
            PaymentTerms.Deferred(30),
            PaymentTerms.FromLines(Percent(50m, Later), Remainder(Later)),
            PaymentTerms.FromLines(Remainder() with { StatedKind = InstallmentKind.Deferred }),
            PaymentTerms.FromLines(Percent(0m), Remainder(Later)),
        ];

    [Theory]
    [MemberData(nameof(Deferred))]
    public void Deferred_terms_allow_only_the_invoice(PaymentTerms terms)
    {
        terms.Allowed(All).Should().Equal(new AllowedMethod(Bill, PayablePart.Everything));
        All.Where(terms.Allows).Should().Equal(Bill);
        terms.PayablePartOf(Newer).Should().Be(PayablePart.Nothing);
    }

    [Fact]
    public void Mixed_terms_allow_all_and_all_but_the_invoice_for_the_prepayment_alone()
    {
        var terms = PaymentTerms.Mixed(30m, 14);

        terms
            .Allowed(All)
            .Should()
            .Equal(
                new AllowedMethod(Card, PayablePart.Prepayment),
                new AllowedMethod(Bill, PayablePart.Everything),
                new AllowedMethod(Wallet, PayablePart.Prepayment),
                new AllowedMethod(Unknown, PayablePart.Prepayment),
                new AllowedMethod(Cash, PayablePart.Prepayment),
                new AllowedMethod(Newer, PayablePart.Prepayment)
            );
        All.Should().OnlyContain(method => terms.Allows(method));
    }

    [Fact]
    public void Nulls_are_defects_of_the_program()
    {
        FluentActions.Invoking(() => PaymentTerms.Prepay().Allows(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => PaymentTerms.Prepay().Allowed(null!)).Should().Throw<ArgumentNullException>();
    }
}
