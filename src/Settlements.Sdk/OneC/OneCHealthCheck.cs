using System.Globalization;
using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Settlements.OneC;

/// <summary>Says whether a 1C publication can be reached.</summary>
internal sealed class OneCHealthCheck(OneCProbe probe) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var failure = context.Registration.FailureStatus;
        if (probe.AuthenticationPause is { } pause)
            return new HealthCheckResult(
                failure,
                "1C has refused the user, the password, the key or the token; it is not asked now.",
                data: new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["error"] = nameof(SettlementsError.NotAuthenticated),
                    ["authenticationPauseSeconds"] = Math.Ceiling(pause.TotalSeconds),
                }
            );
        try
        {
            return Explain(await probe.SendAsync(cancellationToken).ConfigureAwait(false), failure);
        }
        catch (OneCException exception)
        {
            return new HealthCheckResult(failure, exception.Message, data: Data("error", exception.Error.ToString()));
        }
    }

    /// <summary>What an answer to a question without login, key and counterparty means; it is seldom a success.</summary>
    private static HealthCheckResult Explain(HttpStatusCode status, HealthStatus failure)
    {
        var data = Data("status", (int)status);
        var (result, what) = (int)status switch
        {
            404 or 410 => (failure, "no such publication, service or template"),
            >= 300 and < 400 => (failure, "BaseUrl sends elsewhere"),
            403 => (HealthStatus.Degraded, "forbidden, or the infobase is closed for maintenance"),
            406 or 429 => (HealthStatus.Degraded, "no room for another request now"),
            408 or 409 or 500 or > 501 => (failure, "1C cannot serve now"),
            _ => (HealthStatus.Healthy, "reached"),
        };
        return new HealthCheckResult(result, string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)status}: {what}."), data: data);
    }

    private static Dictionary<string, object> Data(string name, object value) => new(StringComparer.Ordinal) { [name] = value };
}
