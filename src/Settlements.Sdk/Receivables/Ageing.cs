using NodaTime;
using Settlements.Balances;

namespace Settlements.Receivables;

/// <summary>Puts a debt into columns by the age of its documents. Age is counted in calendar days from the due date.</summary>
public static class Ageing
{
    /// <summary>The usual ends of the overdue columns: 30, 60 and 90 days, then over 90.</summary>
    public static IReadOnlyList<int> UsualBounds { get; } = Array.AsReadOnly([30, 60, 90]);

    /// <summary>Ages the documents by what the source states as outstanding now.</summary>
    /// <param name="documents">The open documents.</param>
    /// <param name="currency">The currency of all of them.</param>
    /// <param name="asOf">
    /// The day for which the outstanding amounts are stated. For a day in the past the amounts already lack what was paid since: use <see cref="AsOf"/>.
    /// </param>
    /// <param name="bounds">Last days of the overdue columns, rising, each 1 or more; null is <see cref="UsualBounds"/>; none makes one column.</param>
    /// <exception cref="ArgumentException">A document is in another currency, or the bounds do not rise.</exception>
    public static AgeingReport Of(
        IReadOnlyList<OpenDocument> documents,
        Currency currency,
        LocalDate asOf,
        IReadOnlyList<int>? bounds = null
    )
    {
        ArgumentNullException.ThrowIfNull(documents);
        var tally = new AgeingTally(currency, asOf, bounds ?? UsualBounds);
        foreach (var document in documents)
            tally.Add(document);
        return tally.Report();
    }

    /// <summary>Ages the documents as they stood at the end of a day, seeing neither later documents nor later payments.</summary>
    /// <param name="documents">All documents, those paid since included, each with its whole <see cref="OpenDocument.Amount"/> and its date.</param>
    /// <param name="payments">All payments; they are allocated as <see cref="PaymentAllocation"/> does, what is left over is a credit.</param>
    /// <param name="currency">The currency of all of them.</param>
    /// <param name="asOf">The day, included.</param>
    /// <param name="bounds">Last days of the overdue columns, rising, each 1 or more; null is <see cref="UsualBounds"/>; none makes one column.</param>
    /// <remarks>A document without a date or an amount is unknown: nobody can say what was open of it on that day.</remarks>
    /// <exception cref="ArgumentException">
    /// A document or a payment is in another currency, an identifier stands twice, a payment is not above zero, or the bounds do not rise.
    /// </exception>
    public static AgeingReport AsOf(
        IReadOnlyList<OpenDocument> documents,
        IReadOnlyList<ReceivedPayment> payments,
        Currency currency,
        LocalDate asOf,
        IReadOnlyList<int>? bounds = null
    )
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(payments);
        var tally = new AgeingTally(currency, asOf, bounds ?? UsualBounds);
        var whole = documents.Select(document => document with { Outstanding = document.Date is null ? null : document.Amount });
        var then = whole.Where(document => document.Date is not { } date || date <= asOf);
        var allocation = PaymentAllocation.Allocate([.. then], [.. payments.Where(payment => payment.Date <= asOf)], currency);

        foreach (var document in allocation.Documents)
            tally.Add(document);
        foreach (var document in documents.Where(document => document.Date > asOf))
            tally.Add(document);
        foreach (var advance in allocation.Advances)
            tally.AddAdvance(advance.Amount);
        return tally.Report();
    }
}
