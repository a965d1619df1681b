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
        var call = Join(counterparty, out var begun);
        if (begun is not null)
            _ = RunAsync(begun);
        try
        {
            return await call.Reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(call);
        }
    }

    /// <summary>The call to wait for, and the line that the caller has to start, outside the lock, if there was none.</summary>
    private SharedReading Join(CounterpartyId counterparty, out Line? begun)
    {
        begun = null;
        lock (_lock)
        {
            if (!_lines.TryGetValue(counterparty, out var line))
            {
                _lines.Add(counterparty, begun = new Line(new SharedReading(counterparty)));
                return begun.Running.Enter();
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

    private async Task RunAsync(Line line)
    {
        do
        {
            await line.Running.RunAsync(source, time).ConfigureAwait(false);
        } while (Advance(line));
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
