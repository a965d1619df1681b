namespace Settlements.OneC;

/// <summary>A session that 1C keeps for us: its cookies, and those that a load balancer set beside them. Used by one request at a time.</summary>
internal sealed class OneCSession
{
    private const string IdCookie = "ibsession";

    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <summary>False until 1C gave the session a cookie.</summary>
    internal bool IsKept => _cookies.ContainsKey(IdCookie);

    internal string Cookie => string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    /// <summary>Takes the cookies of an answer; one set to nothing is forgotten.</summary>
    internal void Learn(HttpResponseMessage response)
    {
        if (!response.Headers.NonValidated.TryGetValues("Set-Cookie", out var values))
            return;
        foreach (var value in values)
        {
            var pair = value.Split(';', 2)[0];
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                continue;
            var (name, content) = (pair[..equals].Trim(), pair[(equals + 1)..].Trim());
            name = name.Equals(IdCookie, StringComparison.OrdinalIgnoreCase) ? IdCookie : name;
            if (content.Length == 0)
                _cookies.Remove(name);
            else
                _cookies[name] = content;
        }
    }
}
