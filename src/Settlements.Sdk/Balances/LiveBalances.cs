namespace Settlements.Balances;

/// <summary>
/// Reads balances live and shares the calls: of all that ask for one counterparty at one moment, at most one call runs and one waits. A reader never joins a
/// call that had begun when it asked, so what it gets is not older than its question.
/// </summary>
internal sealed class LiveBalances(IBalanceSource source, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<CounterpartyId, Line> _lines = [];

    internal async Task<BalanceReading> ReadAsync(CounterpartyId counterparty, CancellationToken cancellationToken)
    {
        var call = Join(counterparty);
        try
        {
            return await call.Reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(call);
        }
    }

    private SharedReading Join(CounterpartyId counterparty)
    {
        lock (_lock)
        {
            if (!_lines.TryGetValue(counterparty, out var line))
            {
                _lines.Add(counterparty, line = new Line(new SharedReading(counterparty)));
                Start(line);
                return line.Running.Enter();
            }

            line.Waiting ??= new SharedReading(counterparty);
            return line.Waiting.Enter();
        }
    }

    private void Leave(SharedReading call)
    {
        lock (_lock)
        {
            if (!call.Exit() || call.Reading.IsCompleted)
                return;
            if (_lines.TryGetValue(call.Counterparty, out var line) && line.Waiting == call)
                line.Waiting = null;
        }

        // Outside the lock: a cancelled call runs continuations.
        call.Abandon();
    }

    private void Start(Line line) => _ = Task.Run(() => RunAsync(line, line.Running));

    private async Task RunAsync(Line line, SharedReading call)
    {
        await call.RunAsync(source, time).ConfigureAwait(false);
        lock (_lock)
        {
            if (line.Waiting is null)
            {
                _lines.Remove(call.Counterparty);
                return;
            }

            (line.Running, line.Waiting) = (line.Waiting, null);
            Start(line);
        }
    }

    private sealed class Line(SharedReading running)
    {
        internal SharedReading Running { get; set; } = running;

        internal SharedReading? Waiting { get; set; }
    }
}
