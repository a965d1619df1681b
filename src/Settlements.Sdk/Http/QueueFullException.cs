using System.Globalization;

namespace Settlements.Http;

/// <summary>So many requests are under way and waiting that one more is turned away.</summary>
internal sealed class QueueFullException(int capacity, int queueLimit)
    : Exception(
        string.Create(
            CultureInfo.InvariantCulture,
            $"Not asked: {capacity} requests are under way and {queueLimit} wait already (MaxConcurrentRequests, MaxQueuedRequests)."
        )
    );
