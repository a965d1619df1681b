namespace Settlements.Payments;

/// <summary>The call that an intent announces.</summary>
public enum PaymentIntentStep
{
    /// <summary>Adding the payment; its id is not known yet.</summary>
    Add,

    /// <summary>Writing document number and date into it.</summary>
    Describe,

    /// <summary>Crediting it.</summary>
    Credit,

    /// <summary>Deleting it while it is not credited.</summary>
    Delete,
}
