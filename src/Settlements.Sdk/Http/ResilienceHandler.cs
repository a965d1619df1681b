namespace Settlements.Http;

/// <summary>Puts a client's requests through its <see cref="ResilientCalls"/>.</summary>
internal sealed class ResilienceHandler(ResilientCalls calls) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.IsProbe() ? base.SendAsync(request, cancellationToken) : calls.SendAsync(request, base.SendAsync, cancellationToken);
}
