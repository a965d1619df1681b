using System.Globalization;
using NodaTime;
using Settlements;
using Settlements.Credit;
using Spectre.Console;

namespace OrderCheck;

/// <summary>Shows a decision as a person would like to read it.</summary>
internal sealed class DecisionView(CultureInfo culture)
{
    private readonly NumberFormatInfo _numbers = culture.NumberFormat;
    private readonly bool _isRussian = culture.TwoLetterISOLanguageName == "ru";

    public void Show(OrderCheckResult result, string? title = null)
    {
        var decision = result.Decision;
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumn("").AddColumn("");
        if (title is not null)
            table.Title(new TableTitle(Markup.Escape(title), Style.Parse("bold")));
        table.AddRow(Say("Verdict", "Решение"), Verdict(decision.Verdict));
        table.AddRow(new Text(Say("In words", "Словами")), new Text(decision.Describe(culture)));
        foreach (var finding in decision.Findings)
            table.AddRow(
                new Text(Say("Reason", "Причина")),
                new Text($"{Name(finding.Code)} ({Name(finding.Severity)}){Amounts(finding)}")
            );
        table.AddRow(new Text(Say("Exposure", "Задолженность с заказом")), new Text(Exposure(decision.Exposure)));
        table.AddRow(new Text(Say("Available", "Доступно")), new Text(Available(decision)));
        table.AddRow(new Text(Say("Balance", "Данные")), new Text(Balance(result)));
        if (result.Hold is { } hold)
            table.AddRow(new Text(Say("Held", "Зарезервировано")), new Text(Amount(hold.Amount)));
        AnsiConsole.Write(table);
    }

    private string Say(string english, string russian) => _isRussian ? russian : english;

    private string Amount(Money? amount) => amount?.Format(_numbers) ?? Say("unknown", "неизвестно");

    private string Available(CreditDecision decision) =>
        decision is { Available: null, Reading.Balance.Limit.IsEnforced: false }
            ? Say("not limited", "без ограничения")
            : Amount(decision.Available);

    private string Verdict(CreditVerdict verdict) =>
        verdict switch
        {
            CreditVerdict.Allow => $"[green bold]{Say("ALLOW", "МОЖНО")}[/]",
            CreditVerdict.Warn => $"[yellow bold]{Say("WARN", "МОЖНО, НО")}[/]",
            _ => $"[red bold]{Say("BLOCK", "НЕЛЬЗЯ")}[/]",
        };

    private string Amounts(CreditFinding finding) =>
        finding switch
        {
            OverdueFinding f => $": {Amount(f.Amount)} > {Amount(f.Tolerance)}, {Name(f.Basis)}",
            LimitExceededFinding f => $": {Amount(f.Exposure)} − {Amount(f.Limit)} = {Amount(f.Excess)}",
            LimitNearFinding f => $": {Amount(f.Exposure)} ≥ {f.Utilization.ToString(_numbers)} × {Amount(f.Limit)}",
            LimitUnknownFinding f => $": {Amount(f.Exposure)}",
            OverdueUnknownFinding f => $": {Name(f.Basis)}, ≥ {Amount(f.KnownAmount)}",
            CurrencyMismatchFinding f => $": {f.OtherCurrency} → {f.BalanceCurrency}",
            BalanceStaleFinding f => $": {Minutes(f.Age)} > {Minutes(f.MaxAge)}",
            _ => "",
        };

    private string Exposure(CreditExposure exposure) =>
        string.Join(
            Environment.NewLine,
            Amount(exposure.Total),
            $"  = {Amount(exposure.Debt)} {Say("debt", "долг")}",
            $"  − {Amount(exposure.Advance)} {Say("advance", "аванс")}",
            $"  + {Amount(exposure.Holds)} {Say("held by other orders", "резерв других заказов")}",
            $"  + {Amount(exposure.Order)} {Say("of this order on credit", "этот заказ в долг")}"
        );

    private string Balance(OrderCheckResult result)
    {
        if (result.Decision.Reading is not { } reading)
            return $"{Say("none", "нет")}: {(result.BalanceError is { } error ? $"{Name(error.Error)}, {error.Message}" : "")}";
        return $"{Name(reading.Origin)}, {Say("age", "возраст")} {Minutes(reading.Age)}";
    }

    private string Minutes(Duration age) => $"{((long)age.TotalMinutes).ToString(_numbers)} {Say("min", "мин")}";

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNames.Of(value);
}
