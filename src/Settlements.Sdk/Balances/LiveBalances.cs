namespace Settlements.Balances;

/// <summary>
/// Reads balances live and shares the calls: of all that ask for one counterparty at one moment, at most one call runs and one waits. A reader never joins a
/// call that had begun when it asked, so what it gets is not older than its question; a page may.
/// </summary>
/// <param name="source">Asked anew by each call.</param>
/// <param name="time">The clock.</param>
/// <param name="keep">Gets each answer before those who wait for it do, in the order of the calls; null when nobody keeps them. Throws nothing.</param>
/// <param name="continuations">How those who wait are woken.</param>
internal sealed class LiveBalances(
    IBalanceSource source,
    TimeProvider time,
    Func<SharedReading, BalanceReading, Task>? keep = null,
    TaskCreationOptions continuations = TaskCreationOptions.RunContinuationsAsynchronously
)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<CounterpartyId, Line> _lines = [];

    internal async Task<BalanceReading> ReadAsync(CounterpartyId counterparty, CancellationToken cancellationToken)
    {
        var call = Enter(counterparty, mayHaveBegun: false, out _);
        try
        {
            var reading = await call.Reading.WaitAsync(cancellationToken).ConfigureAwait(false);
            return reading.At(time.GetCurrentInstant());
        }
        finally
        {
            Leave(call);
        }
    }

    /// <summary>Joins a call, and starts it if there was none to join. Whoever enters leaves.</summary>
    /// <param name="counterparty">Whose balance.</param>
    /// <param name="mayHaveBegun">Whether a call is good enough that had begun before.</param>
    /// <param name="isOwn">Whether the call was made for this very question.</param>
    internal SharedReading Enter(CounterpartyId counterparty, bool mayHaveBegun, out bool isOwn)
    {
        SharedReading call;
        Line? begun = null;
        lock (_lock)
        {
            if (!_lines.TryGetValue(counterparty, out var line))
            {
                _lines.Add(counterparty, begun = new Line(new SharedReading(counterparty, continuations)));
                (call, isOwn) = (begun.Running, true);
            }
            else if (mayHaveBegun && line.Running is { IsOutdated: false, Reading.IsCompleted: false })
                (call, isOwn) = (line.Running, false);
            else
            {
                isOwn = line.Waiting is null;
                call = line.Waiting ??= new SharedReading(counterparty, continuations);
            }

            call.Enter();
        }

        // Outside the lock: the source may answer at once.
        if (begun is not null)
            _ = RunAsync(begun);
        return call;
    }

    internal void Leave(SharedReading call)
    {
        lock (_lock)
        {
            if (!call.Exit() || call.Reading.IsCompleted)
                return;
            call.Outdate();
            if (_lines.TryGetValue(call.Counterparty, out var line) && line.Waiting == call)
                line.Waiting = null;
        }

        // Outside the lock: a cancelled call runs continuations.
        call.Abandon();
    }

    /// <summary>Says that the call which runs has begun before something that its answer may not show.</summary>
    internal void Outdate(CounterpartyId counterparty)
    {
        lock (_lock)
        {
            if (_lines.TryGetValue(counterparty, out var line))
                line.Running.Outdate();
        }
    }

    private async Task RunAsync(Line line)
    {
        do
        {
            await line.Running.RunAsync(AskAsync, time).ConfigureAwait(false);
        } while (Advance(line));
    }

    private async Task<BalanceReading> AskAsync(SharedReading call, CancellationToken abandoned)
    {
        var readAt = time.GetCurrentInstant();
        var balance = await source.GetBalanceAsync(call.Counterparty, abandoned).ConfigureAwait(false);
        if (balance.Counterparty != call.Counterparty)
            throw new InvalidOperationException(
                $"The balance source was asked for {call.Counterparty} and gave the balance of {balance.Counterparty}; it does not keep IBalanceSource's contract."
            );

        var reading = new BalanceReading(balance, BalanceOrigin.Live, readAt, BalanceReading.AgeOf(balance, time.GetCurrentInstant()));
        if (keep is not null)
            await keep(call, reading).ConfigureAwait(false);
        return reading;
    }

    /// <summary>Lets the waiting call run; false when none waits, and the line is gone.</summary>
    private bool Advance(Line line)
    {
        lock (_lock)
        {
            if (line.Waiting is null)
            {
                _lines.Remove(line.Running.Counterparty);
                return false;
            }

            (line.Running, line.Waiting) = (line.Waiting, null);
            return true;
        }
    }

    private sealed class Line(SharedReading running)
    {
        internal SharedReading Running { get; set; } = running;

        internal SharedReading? Waiting { get; set; }
    }
}
