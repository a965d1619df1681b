using Settlements.Terms;

namespace Settlements.Testing.Scenarios.Rules;

/// <summary>A step towards a due date as scenarios write it: an object of one property.</summary>
internal static class TermsStepGiven
{
    internal static ObjectShape Shape =>
        new(
            new("addDays", Number, "Adds calendar days; negative goes back."),
            new("addWeeks", Number, "Adds weeks; negative goes back."),
            new("addMonths", Number, "Adds months, clamped to the month's last day; negative goes back."),
            new("addWorkingDays", Number, "Counts working days, the day itself not counted; needs a calendar."),
            new("endOfMonth", new FlagShape(), "true: goes to the last day of the month."),
            new("setDay", Number, "Goes to a day of the same month, clamped: 1 to 31."),
            new(
                "nextDay",
                new ListShape(Number),
                "Goes to the first date, on or after, that is one of these days of the month: 1 to 31, clamped."
            )
        );

    private static WholeShape Number => new(long.MinValue, long.MaxValue);

    internal static DueStep Read(ScenarioNode node)
    {
        if (node.Members is not [var step])
            throw TermsGiven.Bad(node, "is not one step: give one property");

        return step.Name switch
        {
            "addDays" => DueStep.AddDays(TermsGiven.Whole(step.Value)),
            "addWeeks" => DueStep.AddWeeks(TermsGiven.Whole(step.Value)),
            "addMonths" => DueStep.AddMonths(TermsGiven.Whole(step.Value)),
            "addWorkingDays" => DueStep.AddWorkingDays(TermsGiven.Whole(step.Value)),
            "setDay" => DueStep.SetDay(TermsGiven.Whole(step.Value)),
            "nextDay" => DueStep.NextDay([.. step.Value.Items.Select(TermsGiven.Whole)]),
            _ when step.Value.Text == "true" => DueStep.EndOfMonth(),
            _ => throw TermsGiven.Bad(node, "is no step: \"endOfMonth\" may only be true"),
        };
    }
}
