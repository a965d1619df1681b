namespace Settlements.Payments;

/// <summary>The time between two runs: the interval, give or take the jitter.</summary>
internal sealed class SchedulePause(PaymentScheduleOptions options, TimeSpan interval)
{
    private readonly Random _random = options.Seed is { } seed ? new Random(seed) : Random.Shared;

    internal TimeSpan Next()
    {
        if (!options.IsEnabled)
            return Timeout.InfiniteTimeSpan;
        var reach = interval.Ticks / 100 * options.JitterPercent;
        return interval + TimeSpan.FromTicks(_random.NextInt64(-reach, reach + 1));
    }
}
