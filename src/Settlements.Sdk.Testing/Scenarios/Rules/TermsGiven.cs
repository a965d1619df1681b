using Settlements.Terms;

namespace Settlements.Testing.Scenarios.Rules;

/// <summary>Payment terms as scenarios write them: one of the three types, or lines.</summary>
internal static class TermsGiven
{
    internal static ObjectShape Shape { get; } = new(Properties);

    internal static ObjectShape NullableShape { get; } = new(Properties) { IsNullable = true };

    private static ShapeProperty[] Properties =>
        [
            new("type", new WordShape("prepay", "deferred", "mixed") { IsOpen = true }, "One of the three types; instead of lines."),
            new("prepayPercent", new AmountShape(), "The share that mixed terms ask at once: above 0 and below 100."),
            new("delayDays", new WholeShape(long.MinValue, long.MaxValue), "Days after the order for deferred and mixed terms: 1 or more."),
            new("lines", new ListShape(TermsLineGiven.Shape), "Lines that share out the total; instead of a type."),
        ];

    /// <summary>Terms of any total.</summary>
    /// <exception cref="BadValueException">They are no terms, or an amount in them is none.</exception>
    internal static PaymentTerms Read(ScenarioNode node, Currency? currency) =>
        Ask(() =>
            (node["type"], node["lines"]) switch
            {
                ({ } type, null) => OfType(node, type),
                (null, { } lines) when node["prepayPercent"] is null && node["delayDays"] is null => PaymentTerms.FromLines(
                    lines.Items.Select(line => TermsLineGiven.Read(line, currency))
                ),
                _ => throw Bad(node, "give either a type with its own properties, or lines"),
            }
        );

    /// <summary>Turns a refusal of the terms into the word of the format.</summary>
    internal static T Ask<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (PaymentTermsException e)
        {
            throw new BadValueException(WordOf(e.Problem.Kind), e.Message);
        }
    }

    internal static int Whole(ScenarioNode node) =>
        Given.TryWhole(node, out var value) && value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw Bad(node, "is too large a number");

    internal static BadValueException Bad(ScenarioNode node, string what) => Given.Bad(BadValueException.Terms, node, what);

    private static PaymentTerms OfType(ScenarioNode node, ScenarioNode type) =>
        (type.Text, node["prepayPercent"], node["delayDays"]) switch
        {
            ("prepay", null, null) => PaymentTerms.Prepay(),
            ("deferred", null, { } days) => PaymentTerms.Deferred(Whole(days)),
            ("mixed", { } percent, { } days) => PaymentTerms.Mixed(Given.Decimal(percent, BadValueException.Terms), Whole(days)),
            ("prepay" or "deferred" or "mixed", _, _) => throw Bad(
                node,
                "give no other property with prepay, delayDays with deferred, prepayPercent and delayDays with mixed"
            ),
            _ => throw Bad(type, "is no type of terms: give prepay, deferred or mixed"),
        };

    private static string WordOf(PaymentTermsProblemKind kind) =>
        kind switch
        {
            PaymentTermsProblemKind.Amount => BadValueException.Amount,
            PaymentTermsProblemKind.Currency => BadValueException.Currency,
            PaymentTermsProblemKind.Date => BadValueException.Date,
            PaymentTermsProblemKind.Calendar => BadValueException.Calendar,
            _ => BadValueException.Terms,
        };
}
