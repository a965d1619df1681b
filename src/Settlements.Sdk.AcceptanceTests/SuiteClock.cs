using NodaTime;

namespace Settlements.AcceptanceTests;

/// <summary>A clock that stands still until a fact moves it. Timers are the system's: a store reads the time, it does not wait for it.</summary>
internal sealed class SuiteClock : TimeProvider
{
    private long _ticks = new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero).Ticks;

    public Instant Now => Instant.FromDateTimeOffset(GetUtcNow());

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(Duration by) => Interlocked.Add(ref _ticks, by.BclCompatibleTicks);
}
