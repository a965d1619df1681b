namespace Settlements.OneC;

/// <summary>Where a request carries the key of the service.</summary>
public enum OneCKeyPlacement
{
    /// <summary>In the query, as <c>key=...</c>. The default.</summary>
    Query,

    /// <summary>In a header of its own, which proxies and web servers do not write into their logs.</summary>
    Header,
}
