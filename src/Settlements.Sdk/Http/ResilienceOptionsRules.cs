using System.Globalization;

namespace Settlements.Http;

/// <summary>What makes <see cref="ResilienceOptions"/> usable; every fault at once.</summary>
internal static class ResilienceOptionsRules
{
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ShortestBreak = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    internal static void Check(ResilienceOptions options, string path, ICollection<string> failures)
    {
        void Span(string name, TimeSpan value, TimeSpan from, TimeSpan to)
        {
            if (value < from || value > to)
                failures.Add(Text(path, name, value, from, to));
        }

        void Count(string name, int value, int from, int to)
        {
            if (value < from || value > to)
                failures.Add(Text(path, name, value, from, to));
        }

        Span(nameof(options.TotalTimeout), options.TotalTimeout, ShortestTimeout, Longest);
        Span(nameof(options.AttemptTimeout), options.AttemptTimeout, ShortestTimeout, Longest);
        Span(nameof(options.RetryDelay), options.RetryDelay, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Span(nameof(options.BreakerWindow), options.BreakerWindow, ShortestBreak, Longest);
        Span(nameof(options.BreakerPause), options.BreakerPause, ShortestBreak, Longest);
        Count(nameof(options.MaxRetries), options.MaxRetries, 0, 10);
        Count(nameof(options.MaxConcurrentRequests), options.MaxConcurrentRequests, 1, 1000);
        Count(nameof(options.MaxQueuedRequests), options.MaxQueuedRequests, 0, 100_000);
        Count(nameof(options.BreakerMinimumThroughput), options.BreakerMinimumThroughput, 2, 1000);

        if (!(options.BreakerFailureRatio is > 0 and <= 1))
            failures.Add(
                $"{path}.{nameof(options.BreakerFailureRatio)} is {options.BreakerFailureRatio.ToString(CultureInfo.InvariantCulture)}: give a share above 0 and up to 1."
            );
        if (options.AttemptTimeout > options.TotalTimeout)
            failures.Add(
                $"{path}.{nameof(options.AttemptTimeout)} is {options.AttemptTimeout:c} and {nameof(options.TotalTimeout)} is {options.TotalTimeout:c}: one attempt may not take longer than the whole call; lower the one or raise the other."
            );
    }

    private static string Text(string path, string name, IFormattable value, IFormattable from, IFormattable to) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}.{name} is {value}: give a value from {from} to {to}.");
}
