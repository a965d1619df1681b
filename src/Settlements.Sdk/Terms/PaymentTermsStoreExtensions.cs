using NodaTime;

namespace Settlements.Terms;

/// <summary>Which terms apply to an order.</summary>
public static class PaymentTermsStoreExtensions
{
    /// <summary>The version in force for a company, or for one of its contracts, on a day.</summary>
    /// <param name="store">Where terms are kept.</param>
    /// <param name="counterparty">The company.</param>
    /// <param name="contract">The contract of the order; null when it has none.</param>
    /// <param name="date">The business date, usually the order's.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The version in force; null when there is none.</returns>
    /// <remarks>
    /// The first set that exists answers: the contract's, the company's, the default. An owner's own set answers with null on a day that it does not cover: a gap
    /// is never filled with somebody else's terms.
    /// </remarks>
    public static async Task<PaymentTermsVersion?> FindInForceAsync(
        this IPaymentTermsStore store,
        CounterpartyId counterparty,
        ContractId? contract,
        LocalDate date,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        var set = contract is null
            ? null
            : await store.FindAsync(PaymentTermsOwner.Of(counterparty, contract), cancellationToken).ConfigureAwait(false);
        set ??= await store.FindAsync(PaymentTermsOwner.Of(counterparty), cancellationToken).ConfigureAwait(false);
        set ??= await store.FindAsync(PaymentTermsOwner.Default, cancellationToken).ConfigureAwait(false);
        return set?.At(date);
    }
}
