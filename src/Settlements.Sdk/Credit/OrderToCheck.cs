using System.Globalization;
using NodaTime;
using Settlements.Terms;

namespace Settlements.Credit;

/// <summary>An order that somebody wants to place.</summary>
public sealed record OrderToCheck
{
    /// <summary>Makes an order.</summary>
    /// <param name="id">The shop's own order number; the same text as <c>order_id</c> of the 1C document that will come of it, letter for letter.</param>
    /// <param name="counterparty">Who orders.</param>
    /// <param name="total">What is to be paid in all; zero or more, with no more digits than the currency's minor unit.</param>
    /// <param name="date">The business date on which the order is placed, in the business time zone. The order check judges as of this day.</param>
    /// <param name="terms">When it is to be paid; null counts the whole total as given on credit.</param>
    /// <exception cref="ArgumentException">The id is blank, or the total is negative or has more digits than its currency.</exception>
    public OrderToCheck(string id, CounterpartyId counterparty, Money total, LocalDate date, PaymentTerms? terms = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        if (total.IsNegative || !total.IsWholeMinorUnits)
        {
            throw new ArgumentException(
                $"The order's total is {total}; it must not be negative or have more than {total.Currency.MinorDigits.ToString(CultureInfo.InvariantCulture)} digits after the point.",
                nameof(total)
            );
        }

        Id = id;
        Counterparty = counterparty;
        Total = total;
        Date = date;
        Terms = terms;
    }

    /// <summary>The shop's own order number.</summary>
    public string Id { get; }

    /// <summary>Who orders.</summary>
    public CounterpartyId Counterparty { get; }

    /// <summary>What is to be paid in all.</summary>
    public Money Total { get; }

    /// <summary>The business date on which the order is placed.</summary>
    public LocalDate Date { get; }

    /// <summary>When it is to be paid; null counts the whole total as given on credit.</summary>
    public PaymentTerms? Terms { get; }
}
