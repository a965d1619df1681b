using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Settlements.Http;

namespace Settlements.OneC;

/// <summary>The sessions of one publication and user that wait for their next request; ended on dispose.</summary>
/// <remarks>There are never more of them than requests may be under way at one time, which the cap of the client bounds.</remarks>
internal sealed class OneCSessionPool(Func<HttpClient> client, Func<HttpRequestMessage> finish, TimeProvider timeProvider, ILogger logger)
    : IDisposable,
        IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentStack<OneCSession> _idle = new();

    /// <summary>An idle session, or null when a new one is to be started.</summary>
    internal OneCSession? Take() => _idle.TryPop(out var session) ? session : null;

    internal void Return(OneCSession session)
    {
        if (session.IsKept)
            _idle.Push(session);
    }

    /// <summary>Ends the sessions at 1C; blocks for five seconds at most.</summary>
    public void Dispose()
    {
        if (!_idle.IsEmpty)
            Task.Run(() => DisposeAsync().AsTask()).GetAwaiter().GetResult();
    }

    /// <summary>Ends the sessions at 1C.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Patience, timeProvider);
        while (_idle.TryPop(out var session))
            await FinishAsync(session, patience.Token).ConfigureAwait(false);
    }

    private async Task FinishAsync(OneCSession session, CancellationToken cancellationToken)
    {
        using var request = finish();
        OneCSessionHandler.Finish(request, session);
        try
        {
            using var http = client();
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or SettlementsException or InvalidOperationException
                || TransportFailure.Of(exception) is not null
            )
        {
            // 1C ends the session by itself soon: not worth failing a shutdown.
            logger.SessionNotFinished(exception.GetType().Name);
        }
    }
}
