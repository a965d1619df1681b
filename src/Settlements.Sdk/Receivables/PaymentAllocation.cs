using Settlements.Balances;

namespace Settlements.Receivables;

/// <summary>Sets payments against open documents.</summary>
/// <remarks>
/// <para>Payments go in the order of their dates, then as given, so that a later payment never changes what an earlier one paid.</para>
/// <para>
/// A payment that names a document pays this document alone; without a name it pays the oldest due date first, documents without a due date last,
/// then by document date, then as given (compare Russian Civil Code art. 319.1). What is left over is an advance.
/// </para>
/// <para>A document whose outstanding amount is unknown, zero or negative takes nothing.</para>
/// </remarks>
public static class PaymentAllocation
{
    /// <summary>Allocates the payments.</summary>
    /// <param name="documents">The documents with what is open before these payments.</param>
    /// <param name="payments">The payments, in any order.</param>
    /// <param name="currency">The currency of all of them.</param>
    /// <exception cref="ArgumentException">
    /// A document or a payment is in another currency, an identifier stands twice, or a payment is not above zero; the message says which.
    /// </exception>
    public static AllocationResult Allocate(
        IReadOnlyList<OpenDocument> documents,
        IReadOnlyList<ReceivedPayment> payments,
        Currency currency
    )
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(payments);
        CheckPayments(payments, currency);

        var run = new AllocationRun(documents, currency);
        foreach (var payment in payments.OrderBy(payment => payment.Date))
            run.Spend(payment);
        return run.Result();
    }

    private static void CheckPayments(IReadOnlyList<ReceivedPayment> payments, Currency currency)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var payment in payments)
        {
            if (!SameCurrency.Of(payment.Amount, currency, nameof(payment.Amount), payment.Id).IsPositive)
                throw new ArgumentException(
                    $"The payment '{payment.Id}' is {payment.Amount}: it must be above zero; reverse the payment it takes back."
                );
            if (!ids.Add(payment.Id))
                throw new ArgumentException($"The payment '{payment.Id}' stands twice: it would be spent twice.");
        }
    }
}
