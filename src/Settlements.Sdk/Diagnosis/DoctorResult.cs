namespace Settlements.Diagnosis;

/// <summary>How a check ended, the worst last.</summary>
public enum DoctorResult
{
    /// <summary>All is well.</summary>
    Ok,

    /// <summary>Not checked: something before it did not pass, or there was nothing to look at. Nobody knows whether it is well.</summary>
    Skipped,

    /// <summary>It works, and may stop doing so or mislead: somebody should look.</summary>
    Warning,

    /// <summary>It does not work, or figures would be read wrong.</summary>
    Failure,
}
