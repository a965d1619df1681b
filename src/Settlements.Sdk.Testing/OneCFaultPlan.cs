using Settlements.Testing.OneC;

namespace Settlements.Testing;

/// <summary>Which requests to the emulated 1C server go wrong, and how. May be changed from any thread while requests come in.</summary>
/// <remarks>
/// A request takes at most one fault. Faults for a number of requests go before lasting ones, and among their kind the one that was planned first goes
/// first: <c>Always(…)</c> followed by <c>Next(…)</c> answers the next request by the latter.
/// </remarks>
public sealed class OneCFaultPlan
{
    private readonly Lock _sync = new();
    private readonly List<PlannedFault> _planned = [];

    internal OneCFaultPlan() { }

    /// <summary>How many requests the faults planned for a number of requests still wait for.</summary>
    public int Remaining
    {
        get
        {
            lock (_sync)
                return _planned.Sum(planned => planned.Remaining ?? 0);
        }
    }

    /// <summary>The next requests get these faults, one each, in this order.</summary>
    public void Next(params IEnumerable<OneCFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        foreach (var fault in faults)
            When(_ => true, fault, times: 1);
    }

    /// <summary>So many next requests get this fault.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is below one.</exception>
    public void Next(int times, OneCFault fault) => When(_ => true, fault, times);

    /// <summary>Every request gets this fault until <see cref="Clear"/>.</summary>
    public void Always(OneCFault fault) => When(_ => true, fault);

    /// <summary>Requests for one counterparty get this fault.</summary>
    /// <param name="counterparty">Whose requests.</param>
    /// <param name="fault">What happens to them.</param>
    /// <param name="times">How many of them; null for all until <see cref="Clear"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is below one.</exception>
    public void For(CounterpartyId counterparty, OneCFault fault, int? times = null) =>
        When(request => request.Counterparty == counterparty, fault, times);

    /// <summary>Requests that meet a condition get this fault.</summary>
    /// <param name="condition">Called for each request that no earlier fault took, under a lock: it should only look at the request.</param>
    /// <param name="fault">What happens to them.</param>
    /// <param name="times">How many of them; null for all until <see cref="Clear"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is below one.</exception>
    public void When(Func<OneCRequest, bool> condition, OneCFault fault, int? times = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(fault);
        if (times is { } count)
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(times));
        lock (_sync)
            _planned.Add(new PlannedFault(condition, fault) { Remaining = times });
    }

    /// <summary>Forgets all faults; requests that already took theirs keep it.</summary>
    public void Clear()
    {
        lock (_sync)
            _planned.Clear();
    }

    internal OneCFault? Take(OneCRequest request)
    {
        lock (_sync)
        {
            var found =
                _planned.Find(planned => planned.Remaining is not null && planned.Condition(request))
                ?? _planned.Find(planned => planned.Remaining is null && planned.Condition(request));
            if (found is { Remaining: { } remaining })
            {
                found.Remaining = remaining - 1;
                if (remaining == 1)
                    _planned.Remove(found);
            }
            return found?.Fault;
        }
    }
}
