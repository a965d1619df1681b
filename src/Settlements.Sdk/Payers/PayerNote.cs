namespace Settlements.Payers;

/// <summary>Something about a resolution that a person may want to look at although it is settled.</summary>
public enum PayerNote
{
    /// <summary>A tax number matched only after the leading zero that one side had lost was put back; the check digits are right.</summary>
    LeadingZeroRestored,

    /// <summary>A payer with this tax number was passed over, because both sides have a KPP and they differ.</summary>
    KppDiffers,

    /// <summary>Several payers have this tax number; the accounting code decided among them.</summary>
    DecidedByAccountingCode,

    /// <summary>Several payers stand last in the order of creation; the highest identifier was taken.</summary>
    TieResolvedById,

    /// <summary>Several payers fitted, and the one created last was taken, as <see cref="OnAmbiguousPayer.TakeLast"/> says.</summary>
    LastOfSeveralTaken,

    /// <summary>The payer was not found by tax number, and has another one than the counterparty.</summary>
    TinDiffers,
}
