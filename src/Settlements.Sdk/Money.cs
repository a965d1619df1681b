using System.Globalization;
using System.Text.Json.Serialization;

namespace Settlements;

/// <summary>An amount in the major unit of a currency: <c>1000.50 RUB</c> is one thousand roubles and fifty kopecks.</summary>
/// <remarks>
/// <para>
/// Arithmetic is decimal arithmetic, exact for results of up to 28 significant digits; <see cref="Round"/> goes to the minor unit, half away from zero.
/// Two currencies are never added or compared: that throws. Nothing converts from a bare number.
/// </para>
/// <para>
/// <c>default(Money)</c> is not zero roubles but no amount: it equals only itself, and arithmetic with it, comparing and rounding it throw, so that a
/// forgotten assignment shows itself instead of reading as a debt of zero. An amount that is not known is <c>null</c> (<c>Money?</c>).
/// </para>
/// <para>In JSON it is <c>{"amount":"1000.50","currency":"RUB"}</c>, see <see cref="MoneyJsonConverter"/>.</para>
/// </remarks>
[JsonConverter(typeof(MoneyJsonConverter))]
public readonly record struct Money : IComparable<Money>
{
    /// <summary>Makes an amount.</summary>
    /// <param name="amount">In the currency's major unit; may be negative and may have more digits than the minor unit.</param>
    /// <param name="currency">Any currency but <c>default(Currency)</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is <c>default(Currency)</c>.</exception>
    public Money(decimal amount, Currency currency)
    {
        if (currency.IsNone)
            throw new ArgumentException("An amount needs a currency of ISO 4217; default(Currency) is none.", nameof(currency));
        Amount = amount;
        Currency = currency;
    }

    /// <summary>The number, in the currency's major unit.</summary>
    public decimal Amount { get; }

    /// <summary>The currency of the number; <c>default(Currency)</c> only in <c>default(Money)</c>.</summary>
    public Currency Currency { get; }

    /// <summary>True when the amount is zero.</summary>
    public bool IsZero => Checked().Amount == 0m;

    /// <summary>True when the amount is above zero.</summary>
    public bool IsPositive => Checked().Amount > 0m;

    /// <summary>True when the amount is below zero.</summary>
    public bool IsNegative => Checked().Amount < 0m;

    /// <summary>True when the amount has no more digits than the currency's minor unit: <c>1.50 RUB</c>, but not <c>1.505 RUB</c>.</summary>
    public bool IsWholeMinorUnits => Round().Amount == Amount;

    /// <summary>Nothing, in a currency.</summary>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is <c>default(Currency)</c>.</exception>
    public static Money Zero(Currency currency) => new(0m, currency);

    /// <summary>An amount in Russian roubles.</summary>
    public static Money Rub(decimal amount) => new(amount, Currency.Rub);

    /// <summary>Adds two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ, or one of the two is <c>default(Money)</c>.</exception>
    /// <exception cref="OverflowException">The sum is beyond <see cref="decimal.MaxValue"/>.</exception>
    public static Money operator +(Money left, Money right) => left.Add(right);

    /// <summary>Subtracts an amount of the same currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ, or one of the two is <c>default(Money)</c>.</exception>
    /// <exception cref="OverflowException">The difference is beyond <see cref="decimal.MaxValue"/>.</exception>
    public static Money operator -(Money left, Money right) => left.Subtract(right);

    /// <summary>The amount with the other sign.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Money)</c>.</exception>
    public static Money operator -(Money value) => value.Negate();

    /// <summary>Multiplies by a number without rounding to the minor unit.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Money)</c>.</exception>
    /// <exception cref="OverflowException">The product is beyond <see cref="decimal.MaxValue"/>.</exception>
    public static Money operator *(Money value, decimal factor) => value.Multiply(factor);

    /// <summary>Compares two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ, or one of the two is <c>default(Money)</c>.</exception>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <inheritdoc cref="op_Addition"/>
    public Money Add(Money other) => new(Amount + Same(other).Amount, Currency);

    /// <inheritdoc cref="op_Subtraction"/>
    public Money Subtract(Money other) => new(Amount - Same(other).Amount, Currency);

    /// <inheritdoc cref="op_UnaryNegation"/>
    public Money Negate() => new(-Amount, Checked().Currency);

    /// <inheritdoc cref="op_Multiply"/>
    public Money Multiply(decimal factor) => new(Amount * factor, Checked().Currency);

    /// <summary>The amount rounded to the currency's minor unit, half away from zero: <c>1.505 RUB</c> gives <c>1.51 RUB</c>.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Money)</c>.</exception>
    public Money Round() => new(decimal.Round(Amount, Checked().Currency.MinorDigits, MidpointRounding.AwayFromZero), Currency);

    /// <summary>Compares with another amount of the same currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ, or one of the two is <c>default(Money)</c>.</exception>
    public int CompareTo(Money other) => Amount.CompareTo(Same(other).Amount);

    /// <summary>The amount with at least the currency's minor digits, a dot, and the letter code: <c>1000.50 RUB</c>. Culture does not matter.</summary>
    public override string ToString() => ToAmountString() + " " + Currency.Code;

    /// <summary>The number alone with at least the currency's minor digits and a dot: <c>1000.50</c>. Culture does not matter.</summary>
    public string ToAmountString() => Decimals.ToText(Amount, Currency.MinorDigits);

    /// <summary>The amount for a person to read: <c>1 000,50 RUB</c> in Russian, <c>1,000.50 RUB</c> in English; the code is set off by U+00A0.</summary>
    /// <param name="provider">Separators and group sizes, such as a <see cref="CultureInfo"/>.</param>
    public string Format(IFormatProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        var digits = Math.Max(Currency.MinorDigits, Decimals.SignificantScale(Amount));
        return Amount.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), provider) + "\u00A0" + Currency.Code;
    }

    private Money Same(Money other)
    {
        _ = Checked();
        _ = other.Checked();
        return Currency == other.Currency
            ? other
            : throw new InvalidOperationException($"{this} and {other} are in two currencies: convert one of them first.");
    }

    private Money Checked() =>
        Currency.IsNone
            ? throw new InvalidOperationException("This amount was never assigned: default(Money) is no amount, not zero.")
            : this;
}
