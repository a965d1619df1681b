using Settlements.Terms;

namespace Settlements.AcceptanceTests;

/// <summary>Terms of every kind for the suites.</summary>
internal static class ExampleTerms
{
    public static IReadOnlyList<PaymentTerms> All { get; } =
    [
        PaymentTerms.Prepay(),
        PaymentTerms.Deferred(1),
        PaymentTerms.Mixed(33.333m, 14),
        PaymentTerms.Deferred(30).WithRoll(HolidayRoll.ModifiedFollowing),
        WithEveryStep(),
        WithEveryShare(),
    ];

    private static PaymentTerms WithEveryStep() =>
        PaymentTerms
            .FromLines(
                new PaymentTermsLine(PaymentShare.PercentOfTotal(25m)) { Due = DueRule.OnBaseDate.AddDays(-3).AddWeeks(2) },
                new PaymentTermsLine(PaymentShare.PercentOfTotal(25m)) { Due = DueRule.OnBaseDate.AddMonths(1).EndOfMonth() },
                new PaymentTermsLine(PaymentShare.PercentOfTotal(25m)) { Due = DueRule.OnBaseDate.AddWorkingDays(5).SetDay(31) },
                new PaymentTermsLine(PaymentShare.Remainder) { Due = DueRule.OnBaseDate.AddDays(0).NextDay(1, 10, 25) }
            )
            .WithRoll(HolidayRoll.Following);

    private static PaymentTerms WithEveryShare() =>
        PaymentTerms.FromLines(
            new PaymentTermsLine(PaymentShare.PercentOfTotal(0.0000000001m)) { StatedKind = InstallmentKind.Deferred },
            new PaymentTermsLine(PaymentShare.PercentOfRemainder(12.5m)) { BaseDate = TermsBaseDate.Shipment },
            new PaymentTermsLine(PaymentShare.Fixed(396.84m)) { BaseDate = TermsBaseDate.Invoice, NoLaterThanDays = 45 },
            new PaymentTermsLine(PaymentShare.Fixed(new Money(79228162514264337593543950335m, Currency.Kzt))) { NoLaterThanDays = -1 },
            new PaymentTermsLine(PaymentShare.Remainder) { StatedKind = InstallmentKind.Prepayment }
        );
}
