using System.Net;
using Microsoft.Extensions.Logging;
using Settlements.Http;

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
        if (request.IsProbe() || request.Options.TryGetValue(Finishing, out _))
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

        if (pool.Take() is not { } kept)
            return await SendInAsync(new OneCSession(), request, cancellationToken).ConfigureAwait(false);
        var response = await SendInAsync(kept, request, cancellationToken).ConfigureAwait(false);
        if (!MeansForgotten(response.StatusCode))
            return response;

        // The same statuses may be the service's own: a new session tells.
        logger.SessionLost((int)response.StatusCode);
        response.Dispose();
        var started = new OneCSession();
        response = await SendInAsync(started, request, cancellationToken).ConfigureAwait(false);
        if (started.IsKept && MeansForgotten(response.StatusCode))
            await EndAsync(kept, request, cancellationToken).ConfigureAwait(false);
        return response;
    }

    // The service itself answers so, and the kept session is still open at 1C: left alone, it would take a place in the pool of the publication.
    private async Task EndAsync(OneCSession session, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove(SessionHeader);
        request.Headers.Remove(CookieHeader);
        request.Headers.TryAddWithoutValidation(SessionHeader, "finish");
        request.Headers.TryAddWithoutValidation(CookieHeader, session.Cookie);
        try
        {
            using var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException or InvalidDataException or ResponseTooLargeException)
        {
            logger.SessionNotFinished(exception.GetType().Name);
        }
    }

    private async Task<HttpResponseMessage> SendInAsync(
        OneCSession session,
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var isNew = !session.IsKept;
        request.Headers.Remove(SessionHeader);
        request.Headers.Remove(CookieHeader);
        if (isNew)
            request.Headers.TryAddWithoutValidation(SessionHeader, "start");
        else
            request.Headers.TryAddWithoutValidation(CookieHeader, session.Cookie);

        // A session whose answer did not come may still be at work: it is not used again.
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (isNew || !MeansForgotten(response.StatusCode))
        {
            session.Learn(response);
            pool.Return(session);
        }

        return response;
    }

    private static bool MeansForgotten(HttpStatusCode status) =>
        status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.NotAcceptable;
}
