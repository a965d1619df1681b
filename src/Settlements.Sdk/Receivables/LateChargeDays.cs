using System.Numerics;
using NodaTime;

namespace Settlements.Receivables;

/// <summary>What was open on which days, and what a span of them costs.</summary>
internal sealed class LateChargeDays(Money amount, LocalDate due, LocalDate through, IReadOnlyList<ReceivedPayment> payments)
{
    /// <summary>Spans of days on which the same was open, cut at the boundaries too; without those on which nothing was.</summary>
    internal IEnumerable<(LocalDate From, LocalDate To, Money Open)> Spans(IEnumerable<LocalDate> boundaries, bool includesPaymentDay)
    {
        var first = due.PlusDays(1);
        if (through < first)
            yield break;
        var lowered = payments
            .Select(payment => (From: includesPaymentDay ? payment.Date.PlusDays(1) : payment.Date, payment.Amount))
            .OrderBy(payment => payment.From)
            .ToList();
        LocalDate[] starts =
        [
            first,
            .. lowered.Select(payment => payment.From).Concat(boundaries).Where(day => day > first && day <= through).Distinct().Order(),
        ];
        for (var i = 0; i < starts.Length; i++)
        {
            var open = lowered
                .Where(payment => payment.From <= starts[i])
                .Aggregate(amount, static (rest, payment) => rest <= payment.Amount ? Money.Zero(rest.Currency) : rest - payment.Amount);
            if (open.IsPositive)
                yield return (starts[i], i + 1 < starts.Length ? starts[i + 1].PlusDays(-1) : through, open);
        }
    }

    /// <summary>Base × percent / 100 × days / days in the base, exact until the one rounding to the minor unit, half away from zero.</summary>
    internal static Money Charge(Money open, decimal percent, int days, int daysInBase)
    {
        var minor = BigInteger.Pow(10, open.Currency.MinorDigits);
        var numerator = Mantissa(open.Amount) * Mantissa(percent) * days * minor;
        var denominator = BigInteger.Pow(10, open.Amount.Scale + percent.Scale) * 100 * daysInBase;
        var units = ((2 * numerator) + denominator) / (2 * denominator);
        return new Money((decimal)units / (decimal)minor, open.Currency);
    }

    private static BigInteger Mantissa(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(value, bits);
        return ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
    }
}
