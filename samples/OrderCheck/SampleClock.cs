namespace OrderCheck;

/// <summary>A clock that starts at a fixed moment and then runs, so that the sample shows the same dates next year.</summary>
internal sealed class SampleClock(DateTimeOffset start) : TimeProvider
{
    private readonly long _begun = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_begun);
}
