namespace Settlements.Reminders;

/// <summary>How far an action of a step has come, as the log has it.</summary>
public enum ReminderState
{
    /// <summary>About to be carried out, or cut off by a crash while it was: it may have been sent.</summary>
    Begun,

    /// <summary>Carried out: never again.</summary>
    Done,

    /// <summary>Tried in vain; to be tried again.</summary>
    Failed,

    /// <summary>Overtaken by a later step: never to be carried out.</summary>
    Skipped,
}
