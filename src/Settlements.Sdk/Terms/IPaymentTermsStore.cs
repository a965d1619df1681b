namespace Settlements.Terms;

/// <summary>Where the terms of companies and contracts are kept.</summary>
/// <remarks>A store keeps sets under their owners and knows no fallback: which set applies is the matter of <see cref="PaymentTermsStoreExtensions"/>.</remarks>
public interface IPaymentTermsStore
{
    /// <summary>The set kept under exactly this owner; null when there is none.</summary>
    Task<PaymentTermsSet?> FindAsync(PaymentTermsOwner owner, CancellationToken cancellationToken);

    /// <summary>Keeps a set under an owner, in place of the one kept before.</summary>
    Task SaveAsync(PaymentTermsOwner owner, PaymentTermsSet set, CancellationToken cancellationToken);

    /// <summary>Forgets an owner's set.</summary>
    /// <returns>False when there was none.</returns>
    Task<bool> RemoveAsync(PaymentTermsOwner owner, CancellationToken cancellationToken);
}
