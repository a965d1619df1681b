namespace Settlements;

/// <summary>What went wrong between this library and another server, in kinds that a program can act on.</summary>
public enum SettlementsError
{
    /// <summary>User, password, key or session were refused (HTTP 401 and its like). Never retried: repeated tries lock a 1C user out.</summary>
    NotAuthenticated,

    /// <summary>Known, but not allowed: rights, an address list, a locked account (HTTP 403 that is not maintenance).</summary>
    Forbidden,

    /// <summary>No such publication, service or object (HTTP 404).</summary>
    NotFound,

    /// <summary>The server cannot serve now: maintenance, no licence, restarts, refused or broken connections, HTTP 409 and 500 of the platform, 502 to 504.</summary>
    Unavailable,

    /// <summary>Too many requests at once: HTTP 406 of a full session pool, 429, or this library's own queue is full.</summary>
    Overloaded,

    /// <summary>No answer within the time allowed. Not used when the caller cancelled: that is <see cref="OperationCanceledException"/>.</summary>
    Timeout,

    /// <summary>An answer came, and it is not what the contract says: a login page, broken JSON, duplicate keys, another counterparty, an unreadable amount.</summary>
    InvalidResponse,

    /// <summary>An answer above the size or depth allowed.</summary>
    TooLarge,

    /// <summary>The service understood the request and refused it with its own error text.</summary>
    Rejected,
}
