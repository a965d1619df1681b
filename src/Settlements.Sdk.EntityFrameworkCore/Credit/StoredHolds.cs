using Microsoft.EntityFrameworkCore;
using NodaTime;
using Settlements.Credit;
using Settlements.EntityFrameworkCore.Turns;

namespace Settlements.EntityFrameworkCore.Credit;

/// <summary>Holds in the database. Whoever decides about a counterparty's credit has its turn first, so that one ceiling is never spent twice.</summary>
internal sealed class StoredHolds(StoreDatabase database, TimeProvider time) : ICreditHoldStore
{
    public Task<IReadOnlyList<CreditHold>> ListAsync(
        CounterpartyId counterparty,
        Instant? balanceReadAt,
        CancellationToken cancellationToken
    )
    {
        var (id, now) = (counterparty.Value, Now());
        return database.ReadAsync<IReadOnlyList<CreditHold>>(
            async context =>
            {
                var rows = await CountingAsync(context.Holds.AsNoTracking(), id, balanceReadAt, cancellationToken).ConfigureAwait(false);
                return rows.ConvertAll(row => row.ToHold()).FindAll(hold => hold.Counts(now, balanceReadAt));
            },
            cancellationToken
        );
    }

    public Task<CreditHold?> PlaceAsync(CreditHoldRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Amount.Currency.IsNone)
            throw new ArgumentException(
                $"The hold of order {request.OrderId} has no amount: default(Money) cannot be kept.",
                nameof(request)
            );
        return InTurnAsync(
            request.Counterparty,
            async (context, id) =>
            {
                var now = Now();
                var rows = await CountingAsync(context.Holds, id, request.BalanceReadAt, cancellationToken).ConfigureAwait(false);
                if (!request.Fits(rows.Select(row => row.ToHold()), now))
                    return null;

                var row =
                    rows.Find(row => row.State != CreditHoldState.Settled && row.OrderId == request.OrderId)
                    ?? context.Holds.Add(new HoldRow { CounterpartyId = id, OrderId = request.OrderId }).Entity;
                row.Hold(request.Amount, isConfirmed: row.State == CreditHoldState.Confirmed, now + request.Lifetime);
                return row.ToHold();
            },
            cancellationToken
        );
    }

    public Task<bool> ConfirmAsync(CounterpartyId counterparty, string orderId, CancellationToken cancellationToken) =>
        ChangeAsync(counterparty, orderId, (_, row) => row.Confirm(), cancellationToken);

    public Task<bool> ReleaseAsync(CounterpartyId counterparty, string orderId, CancellationToken cancellationToken) =>
        ChangeAsync(counterparty, orderId, (context, row) => context.Holds.Remove(row), cancellationToken);

    public Task<int> SettleAsync(CounterpartyId counterparty, IReadOnlySet<string> bookedOrders, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bookedOrders);
        return InTurnAsync(
            counterparty,
            async (context, id) =>
            {
                var now = Now();
                var rows = await CountingAsync(context.Holds, id, null, cancellationToken).ConfigureAwait(false);
                var booked = rows.FindAll(row => row.IsActive(now) && bookedOrders.Contains(row.OrderId));
                booked.ForEach(row => row.Settle(now));
                return booked.Count;
            },
            cancellationToken
        );
    }

    public Task<int> ExpireAsync(Duration keepSettled, CancellationToken cancellationToken)
    {
        var now = Now();
        var oldest = now - keepSettled;
        return database.InTransactionAsync(
            async context =>
            {
                // Only a placed hold has an expiry. Two statements, for each its index.
                var expired = await context
                    .Holds.Where(row => row.ExpiresAt <= now)
                    .ExecuteDeleteAsync(cancellationToken)
                    .ConfigureAwait(false);
                return expired
                    + await context.Holds.Where(row => row.SettledAt < oldest).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken
        );
    }

    /// <summary>Holds that are not settled, and those settled no earlier than a moment, in the order they were placed.</summary>
    private static async Task<List<HoldRow>> CountingAsync(
        IQueryable<HoldRow> holds,
        Guid counterparty,
        Instant? settledFrom,
        CancellationToken cancellationToken
    )
    {
        var rows = await holds
            .Where(row => row.CounterpartyId == counterparty && (row.SettledAt == null || row.SettledAt >= settledFrom))
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        rows.Sort((one, other) => one.Id.CompareTo(other.Id));
        return rows;
    }

    private Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());

    private Task<bool> ChangeAsync(
        CounterpartyId counterparty,
        string orderId,
        Action<SettlementsDbContext, HoldRow> change,
        CancellationToken cancellationToken
    ) =>
        InTurnAsync(
            counterparty,
            async (context, id) =>
            {
                var row = await context
                    .Holds.SingleOrDefaultAsync(
                        row => row.CounterpartyId == id && row.OrderId == orderId && row.SettledAt == null,
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                if (row?.IsActive(Now()) != true)
                    return false;
                change(context, row);
                return true;
            },
            cancellationToken
        );

    private Task<T> InTurnAsync<T>(
        CounterpartyId counterparty,
        Func<SettlementsDbContext, Guid, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        var id = counterparty.Value;
        return database.InTransactionAsync(
            async context =>
            {
                await context.TakeTurnAsync($"credit {id}", cancellationToken).ConfigureAwait(false);
                return await work(context, id).ConfigureAwait(false);
            },
            cancellationToken
        );
    }
}
