using Microsoft.Extensions.Internal;

namespace Settlements.Balances;

/// <summary>The host's clock, as a memory cache wants it.</summary>
internal sealed class MemoryClock(TimeProvider time) : ISystemClock
{
    public DateTimeOffset UtcNow => time.GetUtcNow();
}
