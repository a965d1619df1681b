namespace Settlements.Http;

/// <summary>What a typed client says about a request to the handlers below it.</summary>
internal static class RequestMarks
{
    private static readonly HttpRequestOptionsKey<bool> Probe = new("Settlements.Probe");
    private static readonly HttpRequestOptionsKey<bool> Repeatable = new("Settlements.Repeatable");

    /// <summary>
    /// Says that the request only looks whether a server is there: it goes straight to the wire, once, without credentials, sessions, cap, breaker and repetition.
    /// </summary>
    internal static void MarkProbe(this HttpRequestMessage request) => request.Options.Set(Probe, true);

    internal static bool IsProbe(this HttpRequestMessage request) => request.Options.TryGetValue(Probe, out var value) && value;

    /// <summary>
    /// Says that the request may be sent again: it changes nothing on the server, or carries a key by which the server does the work once. The verb does not say it:
    /// BILLmanager reads by POST.
    /// </summary>
    internal static void MarkRepeatable(this HttpRequestMessage request) => request.Options.Set(Repeatable, true);

    internal static bool IsRepeatable(this HttpRequestMessage request) => request.Options.TryGetValue(Repeatable, out var value) && value;
}
