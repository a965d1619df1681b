namespace Settlements;

/// <summary>The base of the exceptions that clients of this library throw when another server did not give a usable answer.</summary>
/// <remarks>
/// The message never holds a key, a password, a session, an address with its query, or the other side's stack. Cancellation by the caller is
/// <see cref="OperationCanceledException"/>, never this.
/// </remarks>
public abstract class SettlementsException : Exception
{
    /// <summary>Makes an exception of a kind.</summary>
    /// <param name="error">What went wrong.</param>
    /// <param name="message">For a person who operates the program; without secrets.</param>
    /// <param name="isTransient">Whether the same request may succeed later without anyone changing anything.</param>
    /// <param name="innerException">The cause, if any; must hold no secret either.</param>
    protected SettlementsException(SettlementsError error, string message, bool isTransient, Exception? innerException = null)
        : base(message, innerException)
    {
        Error = error;
        IsTransient = isTransient;
    }

    /// <summary>What went wrong.</summary>
    public SettlementsError Error { get; }

    /// <summary>True when the same request may succeed later without anyone changing anything.</summary>
    public bool IsTransient { get; }
}
