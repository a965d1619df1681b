namespace Settlements.Payments;

/// <summary>Notices while a run goes on that the panel is down, and tells everybody to stop.</summary>
internal sealed class RunHealth(int stopAfterFailures)
{
    private readonly Lock _lock = new();
    private int _failures;
    private PaymentExportError? _stoppedBy;

    /// <summary>Why the run stops; null while it goes on.</summary>
    internal PaymentExportError? StoppedBy
    {
        get
        {
            lock (_lock)
                return _stoppedBy;
        }
    }

    /// <summary>A document came to an end with the panel answering.</summary>
    internal void Answered()
    {
        lock (_lock)
            _failures = 0;
    }

    /// <summary>A call failed.</summary>
    /// <returns>True when the run stops.</returns>
    internal bool Failed(PanelVerdict verdict, PaymentExportError error)
    {
        lock (_lock)
        {
            if (verdict.IsOnTheWay)
                _failures++;
            if (verdict.EndsRun || _failures >= stopAfterFailures)
                _stoppedBy ??= error;
            return _stoppedBy is not null;
        }
    }
}
