namespace Settlements.Terms;

/// <summary>The event from which a line's term is counted.</summary>
public enum TermsBaseDate
{
    /// <summary>The day of the order; the default.</summary>
    Order,

    /// <summary>The day on which the goods were handed over.</summary>
    Shipment,

    /// <summary>The day on which the invoice was issued.</summary>
    Invoice,
}
