using Microsoft.Extensions.Internal;

namespace Settlements.Balances;

/// <summary>The clock of the memory: it shows the moment of the last question, so that a question reads the host's clock once.</summary>
internal sealed class MemoryClock(TimeProvider time) : ISystemClock
{
    private long _shown = time.GetUtcNow().UtcTicks;

    public DateTimeOffset UtcNow => new(Volatile.Read(ref _shown), TimeSpan.Zero);

    /// <summary>Reads the host's clock.</summary>
    internal DateTimeOffset Ask()
    {
        var now = time.GetUtcNow();
        Volatile.Write(ref _shown, now.UtcTicks);
        return now;
    }
}
