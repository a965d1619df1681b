using Settlements.Credit;

namespace Settlements.Testing.Scenarios.Rules;

/// <summary>A credit policy as scenarios write it. <see cref="CreditPolicy.FromJson"/> reads it, as it reads a company's own file.</summary>
internal static class PolicyGiven
{
    internal static ObjectShape Shape =>
        new(
            Severity("onOverdue", "What an overdue debt does; block when left out."),
            Severity("onLimitExceeded", "What an exposure above the limit does; block when left out."),
            Severity("onLimitUnknown", "What an unknown limit does; warn when left out."),
            Severity("onLimitNear", "What an exposure near the limit does; warn when left out."),
            Severity("onOverdueUnknown", "What an unknown overdue sum does; warn when left out."),
            Severity("onBalanceUnavailable", "What a missing balance does; block when left out."),
            Severity("onBalanceStale", "What a balance that is too old does; block when left out."),
            Severity("onCounterpartyBlocked", "What a blocked counterparty does; block when left out."),
            Severity("onCurrencyMismatch", "What two currencies without a rate do; block when left out."),
            new("zeroLimit", new WordShape("noCredit", "noLimit"), "What a limit of zero means; noCredit when left out."),
            new("overdueBasis", new WordShape("stated", "computed", "either"), "By whose figure overdue is judged; stated when left out."),
            new("overdueTolerance", new AmountShape(), "An overdue sum up to this one is passed over; 0 when left out."),
            new(
                "graceDays",
                new WholeShape(0, 3650),
                "Days after the due date that are still quiet when overdue is computed; 0 when left out."
            ),
            new(
                "warnAtUtilization",
                new AmountShape { IsNullable = true },
                "The share of the limit that counts as near: above 0, at most 1; 0.9 when left out, null is off."
            ),
            new("maxAgeMinutes", new WholeShape(0) { IsNullable = true }, "The greatest age of a balance; null or left out accepts any.")
        )
        {
            IsNullable = true,
        };

    internal static CreditPolicy Read(ScenarioNode? node, Currency? balanceCurrency)
    {
        if (node is null)
            return CreditPolicy.Default;
        if (node["overdueTolerance"] is { } tolerance)
            _ = Given.Number(tolerance, balanceCurrency);
        try
        {
            return CreditPolicy.FromJson(node.Raw);
        }
        catch (FormatException e)
        {
            // Types, words and whole numbers are checked; what is left is a number in quotes.
            throw new BadValueException(BadValueException.Amount, e.Message);
        }
    }

    private static ShapeProperty Severity(string name, string meaning) => new(name, new WordShape("ignore", "warn", "block"), meaning);
}
