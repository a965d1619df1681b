using System.Globalization;
using Settlements.Balances;

namespace Settlements.CacheWorker;

/// <summary>Pages and checkouts without a pause, until it is stopped. The debts of the source only grow, so a live reading that falls behind an earlier one is stale.</summary>
internal sealed class Load(BalanceReader reader, IReadOnlyList<CounterpartyId> customers)
{
    private const int Shoppers = 8;

    private readonly decimal[] _known = new decimal[customers.Count];
    private readonly Lock _lock = new();
    private readonly List<string> _faults = [];
    private long _readings;
    private volatile bool _isStopped;
    private Task _running = Task.CompletedTask;

    public long Readings => Interlocked.Read(ref _readings);

    public void Start() => _running = Task.WhenAll(Enumerable.Range(0, Shoppers).Select(shopper => Task.Run(() => ShopAsync(shopper))));

    /// <summary>Ends it and says what went wrong; an empty text when nothing did.</summary>
    public async Task<string> StopAsync()
    {
        _isStopped = true;
        await _running;
        return string.Join("; ", _faults.Distinct(StringComparer.Ordinal).Take(5));
    }

    private async Task ShopAsync(int shopper)
    {
        for (var turn = shopper; !_isStopped; turn++)
        {
            var index = turn % customers.Count;
            try
            {
                if (turn % 5 == 0)
                    await CheckOutAsync(index);
                else
                    await reader.GetAsync(customers[index], Freshness.Cached);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                Fault($"{exception.GetType().Name}: {exception.Message}");
            }

            Interlocked.Increment(ref _readings);
        }
    }

    private async Task CheckOutAsync(int index)
    {
        decimal known;
        lock (_lock)
            known = _known[index];
        var reading = await reader.GetAsync(customers[index], Freshness.Live);
        var debt = reading.Balance.Debt!.Value.Amount;
        if (debt < known || reading.Origin != BalanceOrigin.Live)
            Fault(string.Create(CultureInfo.InvariantCulture, $"a live reading says {debt} after {known}, from {reading.Origin}"));
        lock (_lock)
            _known[index] = Math.Max(_known[index], debt);
    }

    private void Fault(string fault)
    {
        lock (_lock)
            _faults.Add(fault);
    }
}
