using NodaTime;
using Settlements.Balances;

namespace Settlements.Receivables;

/// <summary>What open documents say is overdue.</summary>
/// <param name="Amount">The sum; null when there is no list, or a document lacks its due date or the amount that is open.</param>
/// <param name="KnownPart">The sum over the documents that lack nothing; null when there is no list.</param>
internal readonly record struct OverdueFigure(decimal? Amount, decimal? KnownPart)
{
    internal static OverdueFigure Of(IReadOnlyList<OpenDocument>? documents, LocalDate today, int graceDays)
    {
        if (documents is null)
            return default;

        var known = 0m;
        var isComplete = true;
        for (var i = 0; i < documents.Count; i++)
        {
            var document = documents[i];
            // An overpaid document takes nothing off what others owe, and a settled one owes nothing: neither needs a date.
            if (document.Outstanding is { IsPositive: false } || IsQuiet(document.DueDate, today, graceDays))
                continue;
            if (document.DueDate is null || document.Outstanding is null)
                isComplete = false;
            else
                known = Exact.Sum(known, document.Outstanding.Value.Amount) ?? decimal.MaxValue;
        }

        return new OverdueFigure(isComplete ? known : null, known);
    }

    private static bool IsQuiet(LocalDate? dueDate, LocalDate today, int graceDays) =>
        dueDate is { } due && Period.DaysBetween(due, today) <= graceDays;
}
