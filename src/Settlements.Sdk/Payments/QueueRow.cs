using NodaTime;

namespace Settlements.Payments;

/// <summary>A row of the queue in memory.</summary>
internal sealed record QueueRow
{
    internal required PaymentQueueEntry Entry { get; init; }

    internal required long Place { get; init; }

    internal Guid? Token { get; init; }

    internal Instant? LeasedUntil { get; init; }

    internal bool IsLeased(Instant now) => LeasedUntil > now;

    internal bool IsDue(Instant now, bool ignorePauses) =>
        Entry.State == PaymentQueueState.Waiting && !IsLeased(now) && (ignorePauses || !(Entry.NextAttempt > now));

    internal QueueRow Unleased() => this with { Token = null, LeasedUntil = null };
}
