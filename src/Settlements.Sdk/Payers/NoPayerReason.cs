namespace Settlements.Payers;

/// <summary>Why no payer was taken.</summary>
public enum NoPayerReason
{
    /// <summary>The client has no active payer.</summary>
    NoActivePayer,

    /// <summary>Several fit equally well, and <see cref="OnAmbiguousPayer.Wait"/> leaves the choice to a person.</summary>
    Ambiguous,
}
