using System.Collections.Concurrent;
using Settlements.Reminders;

namespace Settlements.Tests.Reminders;

/// <summary>Keeps what was delivered; a test may come in between.</summary>
internal sealed class RecordingChannel : IReminderChannel
{
    private readonly ConcurrentQueue<ReminderMessage> _delivered = [];

    /// <summary>Called before a message is delivered; what it throws is a delivery that failed.</summary>
    public Func<ReminderMessage, CancellationToken, Task>? OnDeliver { get; set; }

    public IReadOnlyList<ReminderMessage> Delivered => [.. _delivered];

    /// <summary>The idempotency keys of what was delivered, in order.</summary>
    public IEnumerable<string> Keys => _delivered.Select(message => message.IdempotencyKey);

    public async Task DeliverAsync(ReminderMessage message, CancellationToken cancellationToken)
    {
        if (OnDeliver is { } before)
            await before(message, cancellationToken);
        _delivered.Enqueue(message);
    }

    public void Clear() => _delivered.Clear();
}
