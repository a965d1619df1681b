namespace Settlements.Http;

/// <summary>The pause that a server asks for.</summary>
internal static class RetryAfter
{
    /// <summary>The pause from now on; null when the server asks for none.</summary>
    internal static TimeSpan? Of(HttpResponseMessage? response, TimeProvider timeProvider)
    {
        if (response?.Headers.RetryAfter is not { } header)
            return null;
        var pause = header.Delta ?? header.Date - timeProvider.GetUtcNow();
        return pause < TimeSpan.Zero ? TimeSpan.Zero : pause;
    }
}
