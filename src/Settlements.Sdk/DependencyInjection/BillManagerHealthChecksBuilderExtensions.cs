using Microsoft.Extensions.Diagnostics.HealthChecks;
using Settlements.BillManager;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the health check of a BILLmanager.</summary>
public static class BillManagerHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check whether the panel that <c>AddSettlements().AddBillManager(...)</c> added can be reached: it is asked <c>whoami</c> without a login, so that no session
    /// comes about; that it answers at all, in its own form, is what counts. While a refused login pauses the client nothing is sent.
    /// </summary>
    /// <param name="builder">The builder of <c>AddHealthChecks()</c>.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">What an unreachable panel is reported as; null for unhealthy.</param>
    /// <param name="tags">For the host's filters; null for none.</param>
    /// <param name="timeout">The host's own limit; null for the client's <c>Resilience.AttemptTimeout</c>, or 10 seconds where that is longer.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHealthChecksBuilder AddBillManager(
        this IHealthChecksBuilder builder,
        string name = "billmanager",
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(
            new HealthCheckRegistration(
                name,
                provider => provider.GetRequiredService<PanelServices>().HealthCheck(),
                failureStatus,
                tags,
                timeout
            )
        );
    }
}
