namespace Settlements.Testing;

/// <summary>Which calls to the emulated panel go wrong, and how. May be changed from any thread while calls come in.</summary>
/// <remarks>A call takes at most one fault. Faults for a number of calls go before lasting ones; among their kind the first planned goes first.</remarks>
public sealed class BillManagerFaultPlan
{
    private readonly Lock _sync = new();
    private readonly List<Planned> _planned = [];

    internal BillManagerFaultPlan() { }

    /// <summary>How many calls the faults planned for a number of calls still wait for: zero when every fault has happened.</summary>
    public int Remaining
    {
        get
        {
            lock (_sync)
                return _planned.Sum(p => p.Remaining ?? 0);
        }
    }

    /// <summary>The next calls of a function go wrong.</summary>
    /// <param name="function">Such as <c>payment.setpaid</c>.</param>
    /// <param name="fault">How.</param>
    /// <param name="times">How many of them.</param>
    /// <param name="skip">How many go well first.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is below one, or <paramref name="skip"/> is negative.</exception>
    public void On(string function, BillManagerFault fault, int times = 1, int skip = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(function);
        When(call => call.Function == function, fault, times, skip);
    }

    /// <summary>Every call goes wrong until <see cref="Clear"/>.</summary>
    public void Always(BillManagerFault fault) => When(_ => true, fault);

    /// <summary>Calls that meet a condition go wrong.</summary>
    /// <param name="condition">Called under a lock: it should only look at the call.</param>
    /// <param name="fault">How.</param>
    /// <param name="times">How many of them; null for all until <see cref="Clear"/>.</param>
    /// <param name="skip">How many go well first.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is below one, or <paramref name="skip"/> is negative.</exception>
    public void When(Func<BillManagerCall, bool> condition, BillManagerFault fault, int? times = null, int skip = 0)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(fault);
        if (times is { } count)
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(times));
        ArgumentOutOfRangeException.ThrowIfLessThan(skip, 0);
        lock (_sync)
            _planned.Add(new Planned(condition, fault) { Remaining = times, Skip = skip });
    }

    /// <summary>Forgets all faults; calls that took theirs keep it.</summary>
    public void Clear()
    {
        lock (_sync)
            _planned.Clear();
    }

    internal BillManagerFault? Take(BillManagerCall call)
    {
        lock (_sync)
        {
            foreach (var planned in _planned.Where(p => p.Condition(call)).OrderBy(p => p.Remaining is null).ToList())
            {
                if (planned.Skip > 0)
                {
                    planned.Skip--;
                    continue;
                }
                if (planned.Remaining is { } remaining && (planned.Remaining = remaining - 1) == 0)
                    _planned.Remove(planned);
                return planned.Fault;
            }
            return null;
        }
    }

    private sealed class Planned(Func<BillManagerCall, bool> condition, BillManagerFault fault)
    {
        public Func<BillManagerCall, bool> Condition { get; } = condition;
        public BillManagerFault Fault { get; } = fault;
        public int? Remaining { get; set; }
        public int Skip { get; set; }
    }
}
