namespace Settlements.OneC;

/// <summary>The requests to one publication.</summary>
internal sealed class OneCRequests
{
    private readonly string _address;
    private readonly string _counterpartyParameter;
    private readonly string? _key;

    internal OneCRequests(OneCOptions options)
    {
        var url = (options.BaseUrl ?? throw new InvalidOperationException("OneCOptions.BaseUrl is missing."))
            .GetLeftPart(UriPartial.Path)
            .TrimEnd('/');
        var path = string.Join('/', options.BalancePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Escaped));
        _address = path.Length == 0 ? url : $"{url}/{path}";
        _counterpartyParameter = Uri.EscapeDataString(options.CounterpartyParameter);
        _key = options is { Key: { } key, KeyPlacement: OneCKeyPlacement.Query }
            ? $"{Uri.EscapeDataString(options.KeyParameter)}={Uri.EscapeDataString(key)}"
            : null;
    }

    /// <summary>Asks for a balance; it changes nothing and may be repeated.</summary>
    internal HttpRequestMessage Balance(CounterpartyId counterparty)
    {
        var request = Get($"?{_counterpartyParameter}={counterparty.Value:D}{(_key is null ? "" : $"&{_key}")}");
        Http.RequestMarks.MarkRepeatable(request);
        return request;
    }

    /// <summary>Asks for nothing; carries the end of a session.</summary>
    internal HttpRequestMessage Nothing() => Get(_key is null ? "" : $"?{_key}");

    /// <summary>Asks the web server what may be asked: no key, no counterparty, no credentials.</summary>
    internal HttpRequestMessage Probe()
    {
        var request = new HttpRequestMessage(HttpMethod.Options, _address);
        Http.RequestMarks.MarkProbe(request);
        return request;
    }

    private HttpRequestMessage Get(string query)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, _address + query);
        request.Headers.Accept.ParseAdd("application/json");
        return request;
    }

    // A host may give the path escaped already.
    private static string Escaped(string segment) => Uri.EscapeDataString(Uri.UnescapeDataString(segment));
}
