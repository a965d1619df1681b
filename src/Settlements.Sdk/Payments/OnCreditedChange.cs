namespace Settlements.Payments;

/// <summary>What to do when a document changes after its payment was credited, in something that a credited payment keeps.</summary>
/// <remarks>The number, the date and the purpose are written into the credited payment in any case.</remarks>
public enum OnCreditedChange
{
    /// <summary>Leave it to a person, with both figures. The default.</summary>
    AskPerson,

    /// <summary>Keep the credited payment as it stands and count the new version as exported.</summary>
    KeepPayment,
}
