using NodaTime;

namespace Settlements;

internal static class Clock
{
    /// <summary>The moment by a host's clock, in the terms that rules are written in.</summary>
    internal static Instant GetCurrentInstant(this TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow());
}
