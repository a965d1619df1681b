using System.Collections.ObjectModel;
using NodaTime;

namespace Settlements.Terms;

/// <summary>When an order is to be paid, and how much each time. The amounts add up to the total, always.</summary>
public sealed class PaymentSchedule
{
    private readonly Installment[] _installments;

    internal PaymentSchedule(Money total, Installment[] installments)
    {
        Total = total;
        _installments = installments;
        Installments = new ReadOnlyCollection<Installment>(installments);
        FinalDue = Latest(installments);
    }

    /// <summary>The order's total.</summary>
    public Money Total { get; }

    /// <summary>The instalments in the order of the terms' lines, one a line, those of zero included.</summary>
    public IReadOnlyList<Installment> Installments { get; }

    /// <summary>The day by which the whole order is to be paid: the latest due date; null while any instalment is pending.</summary>
    /// <remarks>A shop that stores one payment date with its order stores this one.</remarks>
    public LocalDate? FinalDue { get; }

    /// <summary>The part given on credit: the sum of the deferred instalments.</summary>
    public Money Deferred => Sum(InstallmentKind.Deferred);

    /// <summary>The part paid ahead: the sum of the prepayments.</summary>
    public Money Prepayment => Sum(InstallmentKind.Prepayment);

    /// <summary>The instalment to be paid next.</summary>
    /// <param name="today">The business date, in the ISO calendar.</param>
    /// <param name="paid">Everything paid for this order so far, in its currency; zero or more.</param>
    /// <returns>
    /// The first instalment that the money paid does not cover, overdue ones included; null when nothing is left to pay. Instalments of zero are never next.
    /// </returns>
    /// <remarks>
    /// Money covers the instalment with the earliest due date first, pending ones last, and the terms' line order decides between equal dates. A part payment
    /// leaves its instalment open by the rest.
    /// </remarks>
    /// <exception cref="ArgumentException"><paramref name="paid"/> is negative or in another currency than the order.</exception>
    public NextPayment? NextDue(LocalDate today, Money paid)
    {
        if (paid.Currency != Total.Currency || paid.IsNegative)
            throw new ArgumentException(
                $"{paid} cannot have been paid for an order of {Total}: give zero or more in {Total.Currency}.",
                nameof(paid)
            );

        var left = paid;
        foreach (var installment in _installments.OrderBy(static i => i.IsPending).ThenBy(static i => i.Due.GetValueOrDefault()))
        {
            if (installment.Amount > left)
                return new NextPayment(installment, installment.Amount - left, DaysLeft(today, installment));
            left -= installment.Amount;
        }
        return null;
    }

    /// <summary>What to invoice: now, with its payment date, and later, after the event that a line waits for. The amounts add up to the total.</summary>
    /// <remarks>
    /// <para>
    /// An invoice whose payment date is known is issued at once, a deferred one too: it carries its payment date. An instalment of zero needs no invoice.
    /// </para>
    /// <para>
    /// A line counted from the invoice itself waits for <see cref="TermsBaseDate.Invoice"/>: when it is issued, make the schedule again with that date.
    /// </para>
    /// </remarks>
    public IReadOnlyList<ScheduledInvoice> ToInvoices()
    {
        var invoices = new List<ScheduledInvoice>(_installments.Length);
        foreach (var part in _installments)
        {
            if (!part.Amount.IsZero)
                invoices.Add(new ScheduledInvoice(part.Line, part.Amount, part.Due, part.IsPending ? part.BaseDate : null, part.Kind));
        }
        return invoices;
    }

    private static int? DaysLeft(LocalDate today, Installment installment) =>
        installment.Due is { } due ? Period.DaysBetween(today, due) : null;

    private static LocalDate? Latest(ReadOnlySpan<Installment> installments)
    {
        var latest = installments[0].Due;
        foreach (var installment in installments)
        {
            if (installment.Due is not { } due)
                return null;
            if (due > latest)
                latest = due;
        }
        return latest;
    }

    private Money Sum(InstallmentKind kind)
    {
        var sum = Money.Zero(Total.Currency);
        foreach (var installment in _installments)
        {
            if (installment.Kind == kind)
                sum += installment.Amount;
        }
        return sum;
    }
}
