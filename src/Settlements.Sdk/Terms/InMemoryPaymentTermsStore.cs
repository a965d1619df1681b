using System.Collections.Concurrent;

namespace Settlements.Terms;

/// <summary>Terms kept in this process; safe for many threads. For tests, and for hosts that load their terms at start.</summary>
public sealed class InMemoryPaymentTermsStore : IPaymentTermsStore
{
    private readonly ConcurrentDictionary<PaymentTermsOwner, PaymentTermsSet> _sets = new();

    /// <inheritdoc/>
    public Task<PaymentTermsSet?> FindAsync(PaymentTermsOwner owner, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(owner);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_sets.GetValueOrDefault(owner));
    }

    /// <inheritdoc/>
    public Task SaveAsync(PaymentTermsOwner owner, PaymentTermsSet set, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(set);
        cancellationToken.ThrowIfCancellationRequested();
        _sets[owner] = set;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(PaymentTermsOwner owner, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(owner);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_sets.TryRemove(owner, out _));
    }
}
