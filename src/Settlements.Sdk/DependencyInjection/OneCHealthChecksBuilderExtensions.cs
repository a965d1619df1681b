using Microsoft.Extensions.Diagnostics.HealthChecks;
using Settlements.OneC;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the health check of a 1C publication.</summary>
public static class OneCHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check whether the publication that <c>AddSettlements().AddOneC(...)</c> added can be reached: one <c>OPTIONS</c> request without login, key, session and
    /// counterparty, outside cap and breaker. While a refused login pauses the client nothing is sent.
    /// </summary>
    /// <param name="builder">The builder of <c>AddHealthChecks()</c>.</param>
    /// <param name="publication">The name that the publication was added by; null for the unnamed one.</param>
    /// <param name="name">The name of the check; null for <c>onec</c>, with the publication's name behind a colon.</param>
    /// <param name="failureStatus">What an unreachable publication is reported as; null for unhealthy.</param>
    /// <param name="tags">For the host's filters; null for none.</param>
    /// <param name="timeout">The host's own limit; null for the client's <c>Resilience.AttemptTimeout</c>, or 10 seconds where that is longer.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHealthChecksBuilder AddOneC(
        this IHealthChecksBuilder builder,
        string? publication = null,
        string? name = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        var client = OneCSettlementsBuilderExtensions.ClientOf(publication ?? "");
        return builder.Add(
            new HealthCheckRegistration(
                name ?? (string.IsNullOrEmpty(publication) ? "onec" : $"onec:{publication}"),
                provider => new OneCHealthCheck(provider.GetRequiredKeyedService<OneCPublication>(client).Probe),
                failureStatus,
                tags,
                timeout
            )
        );
    }
}
