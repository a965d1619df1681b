using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Settlements.BillManager;

/// <summary>Says whether the panel can be reached.</summary>
internal sealed class BillManagerHealthCheck(PanelConnection connection, TimeSpan timeout, TimeProvider timeProvider) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var failure = context.Registration.FailureStatus;
        if (connection.LoginRefusal is { } refusal)
            return new HealthCheckResult(failure, "The panel has refused the login; it is not asked now.", data: Data(refusal.Error));

        using var patience = new CancellationTokenSource(timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await connection.ProbeAsync(either.Token).ConfigureAwait(false);
            return HealthCheckResult.Healthy("The panel answers.");
        }
        catch (BillManagerException exception)
        {
            var status = exception.Error == SettlementsError.Overloaded ? HealthStatus.Degraded : failure;
            return new HealthCheckResult(status, exception.Message, data: Data(exception.Error));
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new HealthCheckResult(failure, "No answer in time.", data: Data(SettlementsError.Timeout));
        }
    }

    private static Dictionary<string, object> Data(SettlementsError error) => new(StringComparer.Ordinal) { ["error"] = error.ToString() };
}
