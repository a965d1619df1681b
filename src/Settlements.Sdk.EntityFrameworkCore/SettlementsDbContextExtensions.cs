using Microsoft.EntityFrameworkCore;
using Settlements.Credit;
using Settlements.EntityFrameworkCore.Credit;
using Settlements.EntityFrameworkCore.Hosts;
using Settlements.EntityFrameworkCore.Payments;
using Settlements.Payments;

namespace Settlements.EntityFrameworkCore;

/// <summary>Stores that write in the transaction of a host's own context, so that an order and its hold, or a payment and its export, are kept together or not at all.</summary>
/// <remarks>
/// <para>
/// The context has the stores' tables (<see cref="SettlementsModelBuilderExtensions.AddSettlements"/>). A store works on the context's connection and in the
/// transaction that the context has begun when a method is called; without one each call is a transaction of its own. It writes nothing of what the context
/// tracks: that is for <c>SaveChanges</c>.
/// </para>
/// <para>
/// Until the transaction ends, others wait who decide about the same counterparty's credit or the same document: end it soon. In PostgreSQL a transaction that
/// reads the past (repeatable read, serializable) fails with a transient <see cref="StoreException"/> when somebody else decided meanwhile; read committed, the
/// default, waits and goes on. A store is made for one context and lives no longer than it; use both from one thread at a time.
/// </para>
/// </remarks>
public static class SettlementsDbContextExtensions
{
    /// <summary>Credit holds in the context's transaction.</summary>
    /// <param name="context">The host's context.</param>
    /// <param name="time">The clock by which holds expire.</param>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> or <paramref name="time"/> is null.</exception>
    public static ICreditHoldStore CreditHoldStore(this DbContext context, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(time);
        return new StoredHolds(new HostTransaction(context), time);
    }

    /// <summary>The payment export's queue, journal and register in the context's transaction: to hand documents in with what they belong to.</summary>
    /// <remarks>A claim made in a transaction is nobody's until it is committed: an exporter works over a store of its own.</remarks>
    /// <param name="context">The host's context.</param>
    /// <param name="time">The clock of the queue.</param>
    /// <exception cref="ArgumentNullException"><paramref name="context"/> or <paramref name="time"/> is null.</exception>
    public static IPaymentExportStore PaymentExportStore(this DbContext context, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(time);
        return new StoredPaymentExport(new HostTransaction(context), time);
    }
}
