using Settlements.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Takes <see cref="ResilienceOptions"/> out of configuration.</summary>
internal static class ResilienceConfiguration
{
    internal static void Bind(SectionReader section, ResilienceOptions options)
    {
        section.Time(nameof(options.TotalTimeout), value => options.TotalTimeout = value);
        section.Time(nameof(options.AttemptTimeout), value => options.AttemptTimeout = value);
        section.Count(nameof(options.MaxRetries), value => options.MaxRetries = value);
        section.Time(nameof(options.RetryDelay), value => options.RetryDelay = value);
        section.Count(nameof(options.MaxConcurrentRequests), value => options.MaxConcurrentRequests = value);
        section.Count(nameof(options.MaxQueuedRequests), value => options.MaxQueuedRequests = value);
        section.Count(nameof(options.BreakerMinimumThroughput), value => options.BreakerMinimumThroughput = value);
        section.Number(nameof(options.BreakerFailureRatio), value => options.BreakerFailureRatio = value);
        section.Time(nameof(options.BreakerWindow), value => options.BreakerWindow = value);
        section.Time(nameof(options.BreakerPause), value => options.BreakerPause = value);
    }
}
