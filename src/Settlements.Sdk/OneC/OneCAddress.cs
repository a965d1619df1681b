namespace Settlements.OneC;

/// <summary>The address of one template of a publication.</summary>
internal sealed class OneCAddress
{
    private readonly string _address;
    private readonly string? _key;

    internal OneCAddress(OneCOptions options, string path)
    {
        var url = (options.BaseUrl ?? throw new InvalidOperationException("OneCOptions.BaseUrl is missing."))
            .GetLeftPart(UriPartial.Path)
            .TrimEnd('/');
        var below = string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Escaped));
        _address = below.Length == 0 ? url : $"{url}/{below}";
        _key = options is { Key: { } key, KeyPlacement: OneCKeyPlacement.Query }
            ? $"{Uri.EscapeDataString(options.KeyParameter)}={Uri.EscapeDataString(key)}"
            : null;
    }

    /// <summary>A request to the template, with the key where the query carries it.</summary>
    /// <param name="method">The verb.</param>
    /// <param name="query">One parameter with its value, escaped; null for none.</param>
    internal HttpRequestMessage Request(HttpMethod method, string? query)
    {
        var all = string.Join('&', new[] { query, _key }.OfType<string>());
        var request = new HttpRequestMessage(method, all.Length == 0 ? _address : $"{_address}?{all}");
        request.Headers.Accept.ParseAdd("application/json");
        return request;
    }

    /// <summary>A request to the template with nothing in it, the key included.</summary>
    internal HttpRequestMessage Bare(HttpMethod method) => new(method, _address);

    // A host may give the path escaped already.
    private static string Escaped(string segment) => Uri.EscapeDataString(Uri.UnescapeDataString(segment));
}
