using Settlements.Reminders;

namespace Settlements.Testing.Scenarios.Rules;

/// <summary>Who is reminded of what today?</summary>
internal sealed class RemindersRule()
    : ScenarioRule(
        "reminders",
        new ObjectShape(
            new("today", new DateShape(), "The business day.", IsRequired: true),
            new("receivables", new ListShape(ReceivableShape), "All that may still be open.", IsRequired: true),
            new("sent", new ListShape(SentShape), "What was carried out before; nothing when left out."),
            new("flagged", new ListShape(new TextShape()), "Counterparties whose credit flag is set; none when left out."),
            new("plan", new ListShape(StepShape) { IsNullable = true }, "Replaces the default plan; null or left out keeps it.")
        ),
        new("actions", new ListShape(ActionShape), "What is to be done today, whole and in order."),
        new("skipped", new ListShape(SkippedShape, isSet: true), "Steps that a later one has overtaken today.")
    )
{
    private static string[] StepActions => [.. Words<ReminderActionKind>().Where(word => word != "liftCreditFlag")];

    private static ObjectShape ReceivableShape =>
        new(
            new("id", new TextShape(), "The receivable's identifier.", IsRequired: true),
            new("counterparty", new TextShape(), "Who owes it.", IsRequired: true),
            new("due", new DateShape(), "The last day on which payment is in time.", IsRequired: true),
            new("outstanding", new AmountShape(), "What is open now; zero is paid.", IsRequired: true),
            new("currency", new TextShape(), "The currency's letter code.", IsRequired: true),
            new("status", new WordShape(Words<ReceivableStatus>()), "How far it is paid.", IsRequired: true)
        );

    private static ObjectShape SentShape =>
        new(
            new("receivable", new TextShape(), "The receivable's identifier.", IsRequired: true),
            new("due", new DateShape(), "The due date that the reminder spoke of.", IsRequired: true),
            new("step", new TextShape(), "The step's name.", IsRequired: true),
            new("on", new DateShape(), "The day on which it was carried out.", IsRequired: true)
        );

    private static ObjectShape StepShape =>
        new(
            new("step", new TextShape(), "The step's name.", IsRequired: true),
            new("offsetDays", new WholeShape(), "Days from the due date; negative is before.", IsRequired: true),
            new("actions", new ListShape(new WordShape(StepActions)), "What is done, in this order.", IsRequired: true)
        );

    private static ObjectShape ActionShape =>
        new(
            new("receivable", new TextShape { IsNullable = true }, "The receivable; null when a flag is lifted."),
            new("step", new TextShape { IsNullable = true }, "The step; null when a flag is lifted."),
            new("action", new WordShape(Words<ReminderActionKind>()), "What is to be done."),
            new("counterparty", new TextShape(), "Whom it concerns.")
        );

    private static ObjectShape SkippedShape =>
        new(new("receivable", new TextShape(), "The receivable."), new("step", new TextShape(), "The step that is skipped."));

    internal override ScenarioNode Ask(ScenarioNode given)
    {
        var plan = given["plan"] is { } steps ? new ReminderPlan(steps.Items.Select(StepOf)) : null;
        var result = ReminderPlanner.Plan(
            Scenarios.Given.Date(given["today"]!),
            [.. given["receivables"]!.Items.Select(ReceivableOf)],
            [.. (given["sent"]?.Items ?? []).Select(SentOf)],
            [.. (given["flagged"]?.Items ?? []).Select(node => node.Text)],
            plan
        );
        return ScenarioNode.Of(
            ("actions", ScenarioNode.Of(result.Actions.Select(ActionOf))),
            ("skipped", ScenarioNode.Of(result.Skipped.Select(SkippedOf)))
        );
    }

    private static Receivable ReceivableOf(ScenarioNode node) =>
        new()
        {
            Id = node["id"]!.Text,
            Counterparty = node["counterparty"]!.Text,
            Due = Scenarios.Given.Date(node["due"]!),
            Outstanding = Scenarios.Given.Amount(node["outstanding"]!, Scenarios.Given.Currency(node["currency"]!)),
            Status = Value<ReceivableStatus>(node["status"]!.Text),
        };

    private static SentReminder SentOf(ScenarioNode node) =>
        new(
            new ReminderKey(node["receivable"]!.Text, Scenarios.Given.Date(node["due"]!), node["step"]!.Text),
            Scenarios.Given.Date(node["on"]!)
        );

    private static ReminderStep StepOf(ScenarioNode node) =>
        new()
        {
            Name = node["step"]!.Text,
            OffsetDays = Scenarios.Given.Whole(node["offsetDays"]!),
            Actions = [.. node["actions"]!.Items.Select(action => Value<ReminderActionKind>(action.Text))],
        };

    private static ScenarioNode ActionOf(ReminderAction action) =>
        ScenarioNode.Of(
            ("receivable", ScenarioNode.Of(action.Key?.Receivable)),
            ("step", ScenarioNode.Of(action.Key?.Step)),
            ("action", Word<ReminderActionKind>(action.Kind)),
            ("counterparty", ScenarioNode.Of(action.Counterparty))
        );

    private static ScenarioNode SkippedOf(ReminderKey key) =>
        ScenarioNode.Of(("receivable", ScenarioNode.Of(key.Receivable)), ("step", ScenarioNode.Of(key.Step)));
}
