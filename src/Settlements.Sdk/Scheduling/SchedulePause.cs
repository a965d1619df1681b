namespace Settlements.Scheduling;

/// <summary>The time between two runs: the interval, give or take the jitter.</summary>
/// <param name="interval">The interval; null for no run but those asked for.</param>
/// <param name="jitterPercent">By how many percent it is shortened or lengthened at random.</param>
/// <param name="seed">The seed of that randomness; null for another sequence in each process.</param>
internal sealed class SchedulePause(TimeSpan? interval, int jitterPercent, int? seed)
{
    private readonly Random _random = seed is { } known ? new Random(known) : Random.Shared;

    internal TimeSpan Next()
    {
        if (interval is not { } every)
            return Timeout.InfiniteTimeSpan;
        var reach = every.Ticks / 100 * jitterPercent;
        return every + TimeSpan.FromTicks(_random.NextInt64(-reach, reach + 1));
    }
}
