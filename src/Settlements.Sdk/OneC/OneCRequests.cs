using Settlements.Http;

namespace Settlements.OneC;

/// <summary>The requests to the balance service of one publication.</summary>
internal sealed class OneCRequests(OneCOptions options)
{
    private readonly OneCAddress _address = new(options, options.BalancePath);
    private readonly string _counterpartyParameter = Uri.EscapeDataString(options.CounterpartyParameter);

    /// <summary>Asks for a balance; it changes nothing and may be repeated.</summary>
    internal HttpRequestMessage Balance(CounterpartyId counterparty)
    {
        var request = _address.Request(HttpMethod.Get, $"{_counterpartyParameter}={counterparty.Value:D}");
        request.MarkRepeatable();
        return request;
    }

    /// <summary>Asks for nothing; carries the end of a session.</summary>
    internal HttpRequestMessage Nothing() => _address.Request(HttpMethod.Get, query: null);

    /// <summary>Asks the web server what may be asked: no key, no counterparty, no credentials.</summary>
    internal HttpRequestMessage Probe()
    {
        var request = _address.Bare(HttpMethod.Options);
        request.MarkProbe();
        return request;
    }
}
