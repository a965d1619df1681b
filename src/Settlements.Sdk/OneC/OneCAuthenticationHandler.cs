using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Settlements.Http;

namespace Settlements.OneC;

/// <summary>Sends the credentials with every request at once, and none at all while the guard says that they were refused.</summary>
internal sealed class OneCAuthenticationHandler : DelegatingHandler
{
    private readonly AuthenticationGuard _guard;
    private readonly AuthenticationHeaderValue? _authorization;
    private readonly List<(string Name, string Value)> _headers = [];

    internal OneCAuthenticationHandler(OneCOptions options, AuthenticationGuard guard)
    {
        _guard = guard;
        _authorization =
            options.User is { } user ? new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{options.Password}")))
            : options.BearerToken is { } token ? new("Bearer", token)
            : null;
        if (options is { AuthenticationHeader: { } name, AuthenticationHeaderValue: { } value })
            _headers.Add((name, value));
        if (options is { Key: { } key, KeyPlacement: OneCKeyPlacement.Header })
            _headers.Add((options.KeyHeader, key));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.IsProbe())
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

        _guard.ThrowIfPaused();
        request.Headers.Authorization = _authorization;
        foreach (var (name, value) in _headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var turn = await _guard.WaitForTurnAsync(cancellationToken).ConfigureAwait(false);
        _guard.ThrowIfPaused();
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
            _guard.Refused();
        else if (response.IsSuccessStatusCode)
            _guard.Accepted();
        return response;
    }
}
