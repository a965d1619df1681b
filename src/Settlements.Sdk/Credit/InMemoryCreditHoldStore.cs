using NodaTime;

namespace Settlements.Credit;

/// <summary>Holds in the memory of one process: for tests, and for a shop that runs as a single process and may forget holds at a restart.</summary>
/// <param name="time">The clock by which holds expire.</param>
/// <remarks>Safe for concurrent use. A shop of several processes needs a store that they share.</remarks>
public sealed class InMemoryCreditHoldStore(TimeProvider time) : ICreditHoldStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<CounterpartyId, List<CreditHold>> _holds = [];

    /// <inheritdoc/>
    public Task<IReadOnlyList<CreditHold>> ListAsync(
        CounterpartyId counterparty,
        Instant? balanceReadAt,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var now = time.GetCurrentInstant();
            return Task.FromResult<IReadOnlyList<CreditHold>>(Of(counterparty).FindAll(hold => hold.Counts(now, balanceReadAt)));
        }
    }

    /// <inheritdoc/>
    public Task<CreditHold?> PlaceAsync(CreditHoldRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var now = time.GetCurrentInstant();
            var holds = Of(request.Counterparty);
            if (!request.Fits(holds, now))
                return Task.FromResult<CreditHold?>(null);

            var index = holds.FindIndex(hold => hold.OrderId == request.OrderId && hold.IsActive(now));
            var isConfirmed = index >= 0 && holds[index].State == CreditHoldState.Confirmed;
            var placed = new CreditHold
            {
                Counterparty = request.Counterparty,
                OrderId = request.OrderId,
                Amount = request.Amount,
                State = isConfirmed ? CreditHoldState.Confirmed : CreditHoldState.Placed,
                ExpiresAt = isConfirmed ? null : now + request.Lifetime,
            };
            if (index >= 0)
                holds[index] = placed;
            else
                holds.Add(placed);
            return Task.FromResult<CreditHold?>(placed);
        }
    }

    /// <inheritdoc/>
    public Task<bool> ConfirmAsync(CounterpartyId counterparty, string orderId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var holds = Of(counterparty);
            var index = ActiveIndex(holds, orderId);
            if (index >= 0)
                holds[index] = holds[index] with { State = CreditHoldState.Confirmed, ExpiresAt = null };
            return Task.FromResult(index >= 0);
        }
    }

    /// <inheritdoc/>
    public Task<bool> ReleaseAsync(CounterpartyId counterparty, string orderId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var holds = Of(counterparty);
            var index = ActiveIndex(holds, orderId);
            if (index >= 0)
                holds.RemoveAt(index);
            return Task.FromResult(index >= 0);
        }
    }

    /// <inheritdoc/>
    public Task<int> SettleAsync(CounterpartyId counterparty, IReadOnlySet<string> bookedOrders, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bookedOrders);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var now = time.GetCurrentInstant();
            var holds = Of(counterparty);
            var settled = 0;
            for (var i = 0; i < holds.Count; i++)
            {
                if (!holds[i].IsActive(now) || !bookedOrders.Contains(holds[i].OrderId))
                    continue;
                holds[i] = holds[i] with { State = CreditHoldState.Settled, ExpiresAt = null, SettledAt = now };
                settled++;
            }

            return Task.FromResult(settled);
        }
    }

    /// <inheritdoc/>
    public Task<int> ExpireAsync(Duration keepSettled, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var now = time.GetCurrentInstant();
            var removed = 0;
            foreach (var (counterparty, holds) in _holds)
            {
                removed += holds.RemoveAll(hold =>
                    hold.State == CreditHoldState.Settled ? hold.SettledAt < now - keepSettled : !hold.IsActive(now)
                );
                if (holds.Count == 0)
                    _holds.Remove(counterparty);
            }

            return Task.FromResult(removed);
        }
    }

    private int ActiveIndex(List<CreditHold> holds, string orderId)
    {
        var now = time.GetCurrentInstant();
        return holds.FindIndex(hold => hold.OrderId == orderId && hold.IsActive(now));
    }

    private List<CreditHold> Of(CounterpartyId counterparty)
    {
        if (!_holds.TryGetValue(counterparty, out var holds))
            _holds.Add(counterparty, holds = []);
        return holds;
    }
}
