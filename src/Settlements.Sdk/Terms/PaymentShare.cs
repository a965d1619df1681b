namespace Settlements.Terms;

/// <summary>The part of the total that one line of terms takes.</summary>
/// <remarks>
/// Shares are exact numbers. What the lines above left is the total less their exact shares; only the amount of an instalment is rounded, half away from zero to
/// the currency's minor unit.
/// </remarks>
public sealed record PaymentShare
{
    private PaymentShare(PaymentShareKind kind, decimal value, Currency? currency = null)
    {
        Kind = kind;
        Value = value;
        Currency = currency;
        Fraction = kind is PaymentShareKind.PercentOfTotal or PaymentShareKind.PercentOfRemainder
            ? ExactFraction.OfPercent(value)
            : default;
    }

    /// <summary>Everything that the lines above left.</summary>
    public static PaymentShare Remainder { get; } = new(PaymentShareKind.Remainder, 0m);

    /// <summary>How the part is said.</summary>
    public PaymentShareKind Kind { get; }

    /// <summary>The percent (0 to 100), or the fixed amount in the currency's major unit; zero for <see cref="Remainder"/>.</summary>
    public decimal Value { get; }

    /// <summary>The currency of a fixed amount; null for "the currency of the total", and for the other kinds.</summary>
    public Currency? Currency { get; }

    internal ExactFraction Fraction { get; }

    internal bool IsNothing => Kind != PaymentShareKind.Remainder && Value == 0m;

    /// <summary>A percent of the total.</summary>
    /// <param name="percent">0 to 100, both included; <c>30</c> is three tenths.</param>
    /// <exception cref="PaymentTermsException">The percent is outside 0 to 100.</exception>
    public static PaymentShare PercentOfTotal(decimal percent) => new(PaymentShareKind.PercentOfTotal, Checked(percent));

    /// <summary>A percent of what the lines above left.</summary>
    /// <param name="percent">0 to 100, both included; <c>30</c> is three tenths.</param>
    /// <exception cref="PaymentTermsException">The percent is outside 0 to 100.</exception>
    public static PaymentShare PercentOfRemainder(decimal percent) => new(PaymentShareKind.PercentOfRemainder, Checked(percent));

    /// <summary>An amount in the currency of the total, whichever that is.</summary>
    /// <param name="amount">In the major unit, zero or more. Digits beyond the currency's minor unit are refused by the schedule, which knows the currency.</param>
    /// <exception cref="PaymentTermsException">The amount is negative.</exception>
    public static PaymentShare Fixed(decimal amount) => new(PaymentShareKind.Fixed, CheckedAmount(amount));

    /// <summary>An amount in a currency; a total in another currency is refused by the schedule.</summary>
    /// <param name="amount">Zero or more.</param>
    /// <exception cref="PaymentTermsException">The amount is negative or has more digits than its currency.</exception>
    /// <exception cref="InvalidOperationException">The amount is <c>default(Money)</c>.</exception>
    public static PaymentShare Fixed(Money amount) =>
        amount.IsWholeMinorUnits
            ? new(PaymentShareKind.Fixed, CheckedAmount(amount.Amount), amount.Currency)
            : throw PaymentTermsProblems.FixedDigits(amount).ToException();

    /// <summary>The share in words: <c>30% of total</c>.</summary>
    public override string ToString() =>
        Kind switch
        {
            PaymentShareKind.PercentOfTotal => Decimals.ToText(Value, 0) + "% of total",
            PaymentShareKind.PercentOfRemainder => Decimals.ToText(Value, 0) + "% of remainder",
            PaymentShareKind.Fixed when Currency is { } currency => new Money(Value, currency).ToString(),
            PaymentShareKind.Fixed => Decimals.ToText(Value, 0),
            _ => "remainder",
        };

    private static decimal Checked(decimal percent) =>
        percent is >= 0m and <= 100m ? percent : throw PaymentTermsProblems.PercentOutOfRange(percent).ToException();

    private static decimal CheckedAmount(decimal amount) =>
        amount >= 0m ? amount : throw PaymentTermsProblems.FixedNegative(amount).ToException();
}
