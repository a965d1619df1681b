namespace Settlements.Testing;

/// <summary>How a publication reuses sessions (<c>reuseSessions</c> of its <c>default.vrd</c>).</summary>
public enum OneCSessionMode
{
    /// <summary><c>dontuse</c>: a session for each request; the headers for sessions are ignored.</summary>
    DontUse,

    /// <summary><c>use</c>: the client starts and finishes sessions with the <c>IBSession</c> header and the <c>ibsession</c> cookie.</summary>
    Use,

    /// <summary><c>autouse</c>: every request takes a session of the pool while it runs; the headers for sessions are ignored.</summary>
    AutoUse,
}
