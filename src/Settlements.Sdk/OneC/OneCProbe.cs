using System.Net;
using Settlements.Http;

namespace Settlements.OneC;

/// <summary>Looks whether a publication is there, without a login, a session or a counterparty.</summary>
internal sealed class OneCProbe(Func<HttpClient> http, OneCOptions options, AuthenticationGuard guard, TimeProvider timeProvider)
{
    private readonly OneCRequests _requests = new(options);

    /// <summary>How long nothing will be asked because 1C refused the credentials; null when it did not.</summary>
    internal TimeSpan? AuthenticationPause => guard.PauseLeft;

    /// <summary>Asks once and gives the status of the answer.</summary>
    /// <exception cref="OneCException">No answer came.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    internal async Task<HttpStatusCode> SendAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(HealthProbe.Patience(options.Resilience), timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var request = _requests.Probe();
        try
        {
            using var client = http();
            using var response = await client
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token)
                .ConfigureAwait(false);
            return response.StatusCode;
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new OneCException(SettlementsError.Timeout, "No answer in time.", isTransient: true);
        }
        catch (Exception exception) when (TransportFailure.Of(exception) is { } failure)
        {
            throw new OneCException(failure.Error, failure.Message, failure.IsTransient, innerException: exception);
        }
    }
}
