using System.Net;
using Microsoft.Extensions.Logging;

namespace Settlements.OneC;

/// <summary>Runs requests in kept sessions of 1C (<c>IBSession</c>); a session that 1C has forgotten is replaced by a new one, once.</summary>
internal sealed class OneCSessionHandler(OneCSessionPool pool, ILogger logger) : DelegatingHandler
{
    private const string SessionHeader = "IBSession";
    private const string CookieHeader = "Cookie";
    private static readonly HttpRequestOptionsKey<bool> Finishing = new("Settlements.OneC.Finishing");

    /// <summary>Makes a request end a session.</summary>
    internal static void Finish(HttpRequestMessage request, OneCSession session)
    {
        request.Options.Set(Finishing, true);
        request.Headers.TryAddWithoutValidation(SessionHeader, "finish");
        request.Headers.TryAddWithoutValidation(CookieHeader, session.Cookie);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Options.TryGetValue(Finishing, out _))
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

        if (pool.Take() is { } kept)
        {
            var response = await SendInAsync(kept, request, cancellationToken).ConfigureAwait(false);
            if (!MeansForgotten(response.StatusCode))
                return response;
            // The same statuses may be the service's own: a new session tells.
            logger.SessionLost((int)response.StatusCode);
            response.Dispose();
        }

        return await SendInAsync(new OneCSession(), request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendInAsync(
        OneCSession session,
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        request.Headers.Remove(SessionHeader);
        request.Headers.Remove(CookieHeader);
        if (session.IsKept)
            request.Headers.TryAddWithoutValidation(CookieHeader, session.Cookie);
        else
            request.Headers.TryAddWithoutValidation(SessionHeader, "start");

        // A session whose answer did not come may still be at work: it is not used again.
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!MeansForgotten(response.StatusCode))
        {
            session.Learn(response);
            pool.Return(session);
        }

        return response;
    }

    private static bool MeansForgotten(HttpStatusCode status) =>
        status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.NotAcceptable;
}
