namespace Settlements.Reminders;

/// <summary>Notices while a run goes on that one kind of action only fails, so that the rest of that kind waits and holds up no other.</summary>
internal sealed class ChannelHealth(int stopAfterFailures)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ReminderActionKind, int> _failures = [];

    internal bool IsDown(ReminderActionKind action)
    {
        lock (_lock)
            return _failures.GetValueOrDefault(action) >= stopAfterFailures;
    }

    internal void Answered(ReminderActionKind action)
    {
        lock (_lock)
            _failures[action] = 0;
    }

    internal void Failed(ReminderActionKind action)
    {
        lock (_lock)
            _failures[action] = _failures.GetValueOrDefault(action) + 1;
    }
}
