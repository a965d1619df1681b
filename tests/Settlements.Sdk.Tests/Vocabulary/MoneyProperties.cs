using FsCheck;
using FsCheck.Fluent;

namespace Settlements.Tests.Vocabulary;

public sealed class MoneyProperties
{
    private static readonly Gen<Currency> AnyCurrency = Gen.Elements("JPY", "RUB", "KWD", "CLF").Select(Currency.Parse);

    /// <summary>Up to a thousand millions with up to six digits behind the point.</summary>
    private static readonly Gen<decimal> Amount =
        from millions in Gen.Choose(-1_000, 1_000)
        from rest in Gen.Choose(0, 999_999)
        from digits in Gen.Choose(0, 6)
        select (millions * 1_000_000m) + new decimal(rest, 0, 0, isNegative: false, (byte)digits);

    private static readonly Gen<Money> Any = from amount in Amount from currency in AnyCurrency select new Money(amount, currency);

    private static readonly Gen<(Money A, Money B, Money C)> Three =
        from currency in AnyCurrency
        from amounts in Amount.ArrayOf(3)
        select (new Money(amounts[0], currency), new Money(amounts[1], currency), new Money(amounts[2], currency));

    [Fact]
    public void The_order_of_addition_does_not_matter() =>
        ForAll(Three, money => money.A + money.B == money.B + money.A && money.A + money.B + money.C == money.A + (money.B + money.C));

    [Fact]
    public void What_is_added_can_be_taken_away() => ForAll(Three, money => money.A + money.B - money.B == money.A);

    [Fact]
    public void An_amount_and_its_opposite_make_nothing() =>
        ForAll(Any, money => (money + -money).IsZero && money + -money == Money.Zero(money.Currency));

    [Fact]
    public void Rounding_moves_by_half_a_minor_unit_at_most_and_only_once() =>
        ForAll(
            Any,
            money =>
            {
                var rounded = money.Round();
                var half = new decimal(5, 0, 0, isNegative: false, (byte)(money.Currency.MinorDigits + 1));
                return Math.Abs(rounded.Amount - money.Amount) <= half && rounded.Round() == rounded && (-money).Round() == -rounded;
            }
        );

    [Fact]
    public void Exactly_one_of_less_equal_and_more_is_true() =>
        ForAll(
            Three,
            money =>
                new[] { money.A < money.B, money.A == money.B, money.A > money.B }.Count(holds => holds) == 1
                && money.A <= money.B == !(money.A > money.B)
                && money.A >= money.B == !(money.A < money.B)
        );

    [Fact]
    public void Equal_amounts_are_equal_whatever_zeros_they_end_in() =>
        ForAll(
            Any,
            money =>
            {
                var padded = new Money(money.Amount * 1.000m, money.Currency);
                return padded == money && padded.GetHashCode() == money.GetHashCode() && padded.ToString() == money.ToString();
            }
        );

    /// <summary>A thousand cases from a fixed seed; FsCheck prints the smallest one that fails together with the seed.</summary>
    private static void ForAll<T>(Gen<T> cases, Func<T, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20261122, 1), Prop.ForAll(Arb.From(cases), property));
}
