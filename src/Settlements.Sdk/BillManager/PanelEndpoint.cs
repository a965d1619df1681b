namespace Settlements.BillManager;

/// <summary>The address that calls go to.</summary>
internal static class PanelEndpoint
{
    private const string Program = "billmgr";

    /// <summary>What is wrong with an address; null when it will do.</summary>
    internal static string? Problem(Uri? endpoint)
    {
        if (endpoint is null)
            return "is not set: give the panel's address, such as https://host:1500/billmgr.";
        if (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("https" or "http"))
            return "is not a whole web address: give it with https://, such as https://host:1500/billmgr.";
        if (endpoint.UserInfo.Length > 0)
            return "holds a user or a password: take them out and set UserName and Password.";
        if (endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0)
            return "has a query or a fragment: end it after the path.";
        if (endpoint.Scheme == "http" && !endpoint.IsLoopback)
            return "is plain http, which would show the password to the network: use https (http is for loopback only).";
        return null;
    }

    /// <summary>The address with <c>/billmgr</c> at its end, unless the last part of the path begins so already.</summary>
    internal static Uri Complete(Uri endpoint)
    {
        var path = endpoint.AbsolutePath.TrimEnd('/');
        if (!path[(path.LastIndexOf('/') + 1)..].StartsWith(Program, StringComparison.OrdinalIgnoreCase))
            path += "/" + Program;
        return new UriBuilder(endpoint) { Path = path }.Uri;
    }
}
