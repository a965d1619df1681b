using NodaTime;
using Settlements.Balances;

namespace Settlements.Receivables;

/// <summary>The overdue part of a debt, computed from open documents.</summary>
/// <remarks>
/// A document is overdue when its due date and the grace days are over: due + grace &lt; today. Due today, or on the last day of grace, is not
/// overdue. Credits (a negative outstanding amount) do not lessen the sum.
/// </remarks>
public static class OverdueDocuments
{
    /// <summary>Adds up what is overdue.</summary>
    /// <param name="documents">The open documents; null when the source gave no list.</param>
    /// <param name="currency">The currency of the balance.</param>
    /// <param name="today">The business day.</param>
    /// <param name="graceDays">Calendar days after the due date that are forgiven; 0 or more.</param>
    /// <returns>
    /// The sum; null when it cannot be known: there is no list, or an open document lacks its due date, or one that is overdue its outstanding
    /// amount. A document stated as paid (outstanding zero or less) needs no date.
    /// </returns>
    /// <exception cref="ArgumentException">A document is in another currency, or <paramref name="currency"/> is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="graceDays"/> is negative.</exception>
    public static Money? Sum(IReadOnlyList<OpenDocument>? documents, Currency currency, LocalDate today, int graceDays = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(graceDays);
        if (currency.IsNone)
            throw new ArgumentException("The documents are in a currency of ISO 4217; default(Currency) is none.", nameof(currency));
        for (var i = 0; i < documents?.Count; i++)
            SameCurrency.Of(documents[i].Outstanding, currency, "Outstanding", documents[i].Id);

        return OverdueFigure.Of(documents, today, graceDays).Amount is { } amount ? new Money(amount, currency) : null;
    }
}
