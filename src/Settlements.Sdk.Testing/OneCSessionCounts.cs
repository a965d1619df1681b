namespace Settlements.Testing;

/// <summary>What happened to the sessions of the emulated 1C server so far.</summary>
public sealed record OneCSessionCounts
{
    /// <summary>Sessions that are open now; with <see cref="OneCSessionMode.AutoUse"/> those that a request holds now.</summary>
    public int Open { get; init; }

    /// <summary>Sessions that were started by <c>IBSession: start</c>.</summary>
    public int Started { get; init; }

    /// <summary>Sessions that were ended by <c>IBSession: finish</c>.</summary>
    public int Finished { get; init; }

    /// <summary>Sessions that ended because nobody used them for too long, or because the test ended them.</summary>
    public int Expired { get; init; }

    /// <summary>Requests that came with the cookie of an open session.</summary>
    public int Reused { get; init; }

    /// <summary>Requests that came with the cookie of a session that does not exist.</summary>
    public int Lost { get; init; }

    /// <summary>Requests that got 406 because the pool was full.</summary>
    public int Refused { get; init; }

    /// <summary>Requests that came on a session while another request was running on it: a client must not do that.</summary>
    public int Overlapping { get; init; }

    /// <summary>The largest number of sessions that were open at one time.</summary>
    public int HighWaterMark { get; init; }
}
