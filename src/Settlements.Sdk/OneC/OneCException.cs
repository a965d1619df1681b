using System.Net;

namespace Settlements.OneC;

/// <summary>The 1C service gave no usable answer.</summary>
/// <remarks>
/// The message holds the service's own words where they are safe to show to the people who run the program: shortened, without module paths and stacks, without
/// keys, passwords and query strings. They are not meant for customers.
/// </remarks>
public sealed class OneCException : SettlementsException
{
    /// <summary>Makes an exception of a kind.</summary>
    /// <param name="error">What went wrong.</param>
    /// <param name="message">For the people who run the program; without secrets.</param>
    /// <param name="isTransient">Whether the same request may succeed later without anyone changing anything.</param>
    /// <param name="statusCode">The status of the answer, or null when there was none.</param>
    /// <param name="innerException">The cause, if any.</param>
    public OneCException(
        SettlementsError error,
        string message,
        bool isTransient,
        HttpStatusCode? statusCode = null,
        Exception? innerException = null
    )
        : base(error, message, isTransient, innerException) => StatusCode = statusCode;

    /// <summary>The HTTP status of the answer; null when no answer came. A refusal may come with status 200.</summary>
    public HttpStatusCode? StatusCode { get; }
}
