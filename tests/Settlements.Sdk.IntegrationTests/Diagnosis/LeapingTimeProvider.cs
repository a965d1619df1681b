namespace Settlements.IntegrationTests.Diagnosis;

/// <summary>The machine's clock, on which so much time lies between two looks at the elapsed time.</summary>
internal sealed class LeapingTimeProvider(TimeSpan leap) : TimeProvider
{
    private long _elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Add(ref _elapsed, leap.Ticks);
}
