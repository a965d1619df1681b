using NodaTime;
using NodaTime.Text;
using Settlements.Terms;

namespace Settlements.Testing.Scenarios.Rules;

/// <summary>When is an order to be paid, and how much each time?</summary>
internal sealed class ScheduleRule()
    : ScenarioRule(
        "schedule",
        new ObjectShape(
            new("terms", TermsGiven.Shape, "The payment terms.", IsRequired: true),
            new("total", new AmountShape(), "The order's total.", IsRequired: true),
            new("currency", new TextShape(), "The currency's letter code.", IsRequired: true),
            new("dates", DatesShape, "The base dates that are known; none when left out."),
            new("calendar", CalendarGiven.Shape, "Which days are worked; null or left out when nothing needs it.")
        ),
        new("installments", new ListShape(InstallmentShape), "The instalments, whole and in order."),
        new("finalDue", new DateShape(isExpected: true) { IsNullable = true }, "The latest due date; null while any is not known.")
    )
{
    private static ObjectShape DatesShape =>
        new(
            new("order", new DateShape { IsNullable = true }, "The day of the order; null or left out while it is not known."),
            new("shipment", new DateShape { IsNullable = true }, "The day of the shipment; null or left out while it is not known."),
            new("invoice", new DateShape { IsNullable = true }, "The day of the invoice; null or left out while it is not known.")
        );

    private static ObjectShape InstallmentShape =>
        new(
            new("amount", new AmountShape(isExpected: true), "The amount."),
            new("due", new DateShape(isExpected: true) { IsNullable = true }, "The due date; null while the base date is not known."),
            new("kind", new WordShape(Words<InstallmentKind>()), "Paid ahead or given on credit.")
        );

    internal override ScenarioNode Ask(ScenarioNode given)
    {
        var currency = Scenarios.Given.Currency(given["currency"]!);
        var total = Scenarios.Given.Amount(given["total"]!, currency);
        var dates = new TermsDates
        {
            Order = DateOf(given, "order"),
            Shipment = DateOf(given, "shipment"),
            Invoice = DateOf(given, "invoice"),
        };
        var calendar = CalendarGiven.Read(given["calendar"]);
        var terms = TermsGiven.Read(given["terms"]!, currency).WithRoll(CalendarGiven.Roll(given["calendar"]));
        var schedule = TermsGiven.Ask(() => terms.Schedule(total, dates, calendar));
        return ScenarioNode.Of(
            ("installments", ScenarioNode.Of(schedule.Installments.Select(InstallmentOf))),
            ("finalDue", DateNode(schedule.FinalDue))
        );
    }

    private static LocalDate? DateOf(ScenarioNode given, string name) =>
        given["dates"]?[name] is { } date ? Scenarios.Given.Date(date) : null;

    private static ScenarioNode InstallmentOf(Installment installment) =>
        ScenarioNode.Of(
            ("amount", ScenarioNode.Of(installment.Amount.ToAmountString())),
            ("due", DateNode(installment.Due)),
            ("kind", Word<InstallmentKind>(installment.Kind))
        );

    private static ScenarioNode DateNode(LocalDate? date) => ScenarioNode.Of(date is { } known ? LocalDatePattern.Iso.Format(known) : null);
}
