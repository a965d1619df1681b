using Microsoft.EntityFrameworkCore;
using Settlements.Terms;

namespace Settlements.EntityFrameworkCore.Terms;

/// <summary>Payment terms in the database.</summary>
internal sealed class StoredTerms(StoreDatabase database) : IPaymentTermsStore
{
    public Task<PaymentTermsSet?> FindAsync(PaymentTermsOwner owner, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return database.ReadAsync(
            async context =>
            {
                var row = await Of(context.Terms.AsNoTracking(), owner).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
                return row is null ? null : PaymentTermsSet.FromJson(row.Versions);
            },
            cancellationToken
        );
    }

    public Task SaveAsync(PaymentTermsOwner owner, PaymentTermsSet set, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(set);
        var versions = set.ToJson();
        return database.InTransactionAsync(
            async context =>
            {
                var row = await Of(context.Terms, owner).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
                if (row is null)
                    context.Terms.Add(TermsRow.Of(owner, versions));
                else
                    row.Versions = versions;
                return true;
            },
            cancellationToken
        );
    }

    public Task<bool> RemoveAsync(PaymentTermsOwner owner, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return database.InTransactionAsync(
            async context => await Of(context.Terms, owner).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false) > 0,
            cancellationToken
        );
    }

    private static IQueryable<TermsRow> Of(IQueryable<TermsRow> rows, PaymentTermsOwner owner)
    {
        var (counterparty, contract) = (owner.Counterparty?.Value ?? Guid.Empty, owner.Contract?.Value ?? Guid.Empty);
        return rows.Where(row => row.CounterpartyId == counterparty && row.ContractId == contract);
    }
}
