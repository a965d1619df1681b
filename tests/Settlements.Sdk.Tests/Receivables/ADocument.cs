using NodaTime;
using NodaTime.Text;
using Settlements.Balances;

namespace Settlements.Tests.Receivables;

/// <summary>Short words for documents of a test: amounts in roubles, null where not known.</summary>
internal static class ADocument
{
    internal static OpenDocument Open(string? id, decimal? outstanding, string? due, string? date = null, decimal? amount = null) =>
        new()
        {
            Id = id,
            Outstanding = Rub(outstanding),
            DueDate = due is null ? null : Day(due),
            Date = date is null ? null : Day(date),
            Amount = Rub(amount),
        };

    internal static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static Money? Rub(decimal? amount) => amount is { } known ? Money.Rub(known) : null;
}
