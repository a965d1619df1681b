namespace Settlements.Payers;

/// <summary>What to do when several payers fit equally well.</summary>
public enum OnAmbiguousPayer
{
    /// <summary>Take nobody: the document waits until a person has decided. The default.</summary>
    Wait,

    /// <summary>Take the one created last of those that fit.</summary>
    TakeLast,
}
