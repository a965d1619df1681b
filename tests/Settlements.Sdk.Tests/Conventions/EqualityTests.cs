using NodaTime;
using Settlements.Credit;
using Settlements.Terms;
using Settlements.Tests.Conventions.Shape;

namespace Settlements.Tests.Conventions;

/// <summary>Values compare as values. A new public struct needs a line here; a test fails until it has one.</summary>
public sealed class EqualityTests
{
    private static readonly Guid One = new("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b");
    private static readonly Guid Other = new("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5c");

    /// <summary>A value, its equal made in another way, and one that differs.</summary>
    private static readonly (object One, object Same, object Other)[] Samples =
    [
        (Money.Rub(1.5m), new Money(1.50m, Currency.Parse("643")), Money.Rub(1.51m)),
        (Money.Rub(1m), Money.Rub(1m), new Money(1m, Currency.Eur)),
        (Currency.Rub, Currency.FromNumber(810), Currency.Usd),
        (new CounterpartyId(One), CounterpartyId.Parse(One.ToString("B")), new CounterpartyId(Other)),
        (new ContractId(One), ContractId.Parse(One.ToString("N")), new ContractId(Other)),
        (
            TaxId.Parse("7707083893", TaxIdCountry.Russia, "773601001"),
            TaxId.Parse(" 7707083893 ", TaxIdCountry.Russia, "773601001"),
            TaxId.Parse("7707083893", TaxIdCountry.Russia)
        ),
        (
            TermsDates.OrderedOn(new LocalDate(2026, 11, 21)),
            new TermsDates { Order = new LocalDate(2026, 11, 21) },
            new TermsDates { Invoice = new LocalDate(2026, 11, 21) }
        ),
        (new TermsId("2026-A"), TermsId.Parse("2026-A"), new TermsId("2026-a")),
        (
            new CreditExposure(Currency.Rub, 1m, null, 2m, 3m),
            new CreditExposure(Currency.Rub, 1.0m, null, 2.00m, 3m),
            new CreditExposure(Currency.Rub, 1m, 0m, 2m, 3m)
        ),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Samples.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Values_compare_as_values(int sample) =>
        EqualityContract.Faults(Samples[sample].One, Samples[sample].Same, Samples[sample].Other).Should().BeEmpty();

    [Fact]
    public void Every_public_struct_has_a_sample() =>
        Product
            .PublicTypes([.. Product.All])
            .Where(type => type is { IsValueType: true, IsEnum: false })
            .Should()
            .NotBeEmpty()
            .And.BeEquivalentTo(Samples.Select(sample => sample.One.GetType()).Distinct());

    [Fact]
    public void The_check_finds_values_that_do_not_compare()
    {
        EqualityContract.Faults(new Careless(1), new Careless(1), new Careless(2)).Should().Contain("Careless: equal values have one hash");
        EqualityContract
            .Faults(new Careless(0), new Careless(0), new Careless(2))
            .Should()
            .Contain("Careless: default differs from a value that was made");
    }

    private readonly record struct Careless(int Number)
    {
        private static int s_last;

        public override int GetHashCode() => Number == 0 ? 0 : Interlocked.Increment(ref s_last);
    }
}
