namespace Settlements.Http;

/// <summary>How long a health check waits for a server.</summary>
internal static class HealthProbe
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>As long as a request of the client may take, and never so long that a check of the whole program hangs on it.</summary>
    internal static TimeSpan Patience(ResilienceOptions options) => options.AttemptTimeout < Longest ? options.AttemptTimeout : Longest;
}
