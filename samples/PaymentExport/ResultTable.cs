using System.Globalization;
using Spectre.Console;

namespace PaymentExport;

/// <summary>Results for a person.</summary>
internal static class ResultTable
{
    public static void Show(string title, IEnumerable<Outcome> outcomes, Func<long, string?> payerName)
    {
        var table = new Table().Title(Markup.Escape(title)).Border(TableBorder.Rounded);
        table.AddColumns("Document", "Payer");
        table.AddColumn(new TableColumn("Found by").NoWrap());
        table.AddColumn("Payment method");
        table.AddColumn(new TableColumn("Payment").NoWrap());
        table.AddColumn(new TableColumn("State").NoWrap());
        List<string> reasons = [];
        foreach (var outcome in outcomes)
        {
            var document =
                outcome.Number ?? outcome.DocumentId?.ToString() ?? string.Create(CultureInfo.InvariantCulture, $"row {outcome.Row}");
            var payer = outcome.PayerId is { } id ? string.Create(CultureInfo.InvariantCulture, $"{payerName(id)} {id}").Trim() : "";
            table.AddRow(
                Markup.Escape(document),
                Markup.Escape(payer),
                outcome.MatchedBy is { } match ? JsonLines.Name(match) : "",
                Markup.Escape(outcome.PaymentMethod ?? ""),
                outcome.PaymentId?.ToString(CultureInfo.InvariantCulture) ?? "",
                JsonLines.Name(outcome.State)
            );
            if (outcome.Error is { } error)
                reasons.Add($"  {document}: {JsonLines.Name(error.Kind)}. {error.Message}");
        }

        AnsiConsole.Write(table);
        reasons.ForEach(Console.WriteLine);
    }
}
