using Settlements.Balances;

namespace Settlements.Diagnosis;

/// <summary>Figures of one balance that do not go together. Names none of them: a report may be shown to others.</summary>
internal static class FigureDoubts
{
    private const int EnoughAmounts = 3;
    private const decimal Large = 10_000m;

    /// <param name="findings">Where it is noted.</param>
    /// <param name="subject">Whose figures.</param>
    /// <param name="balance">The figures as the client read them.</param>
    /// <param name="inMinorUnits">They were read as kopecks.</param>
    internal static void Judge(FindingList findings, string subject, CounterpartyBalance balance, bool inMinorUnits)
    {
        var isWell = true;
        void Doubt(bool holds, DoctorCode code, string seen)
        {
            if (!holds)
                return;
            findings.Add(code, subject, seen);
            isWell = false;
        }

        var owes = balance.Documents?.Any(document => document.Outstanding is { IsPositive: true }) == true;
        var isNegative = balance.Debt is { IsNegative: true };
        Doubt(
            isNegative && (balance.Overdue is { IsPositive: true } || owes),
            DoctorCode.DebtSignDoubtful,
            "The debt is negative, and yet something is overdue or outstanding."
        );
        Doubt(
            isNegative && balance.Advance is { IsPositive: true },
            DoctorCode.AdvanceTwice,
            "The debt is negative, which is an advance, and an advance stands beside it."
        );
        Doubt(
            balance is { Debt: { IsNegative: false } debt, Overdue: { } overdue } && overdue > debt,
            DoctorCode.OverdueAboveDebt,
            "The overdue debt is greater than the debt."
        );
        Doubt(
            balance is { Limit: { Amount.IsZero: true, IsEnforced: true }, Debt.IsPositive: true },
            DoctorCode.LimitZero,
            "The limit is 0 and enforced, and the customer owes."
        );
        JudgeUnit(Amounts(balance).Where(amount => amount != 0).ToList(), balance.Currency.MinorDigits, inMinorUnits, Doubt);
        if (isWell)
            findings.Add(DoctorCode.Figures, subject, "They agree with each other.");
    }

    private static void JudgeUnit(List<decimal> amounts, int minorDigits, bool inMinorUnits, Action<bool, DoctorCode, string> doubt)
    {
        if (minorDigits == 0)
            return;
        if (inMinorUnits)
        {
            doubt(
                amounts.Exists(amount => Decimals.SignificantScale(amount) > minorDigits),
                DoctorCode.AmountUnitDoubtful,
                "AmountUnit is Minor, and amounts have a fraction: they seem to be in the major unit."
            );
            return;
        }

        doubt(
            amounts.Count >= EnoughAmounts
                && amounts.TrueForAll(amount => decimal.IsInteger(amount) && Math.Abs(amount) >= Large)
                && amounts.Exists(amount => amount % 100 != 0),
            DoctorCode.AmountUnitDoubtful,
            "AmountUnit is Major, and every amount is whole, large and not round: they may be in the minor unit."
        );
    }

    private static IEnumerable<decimal> Amounts(CounterpartyBalance balance)
    {
        IEnumerable<Money?> all =
        [
            balance.Debt,
            balance.Advance,
            balance.Overdue,
            balance.LastPayment?.Amount,
            .. (balance.Documents ?? []).SelectMany(document => new[] { document.Amount, document.Outstanding }),
            .. (balance.Payments ?? []).Select(payment => payment.Amount),
        ];
        return all.OfType<Money>().Select(money => money.Amount);
    }
}
