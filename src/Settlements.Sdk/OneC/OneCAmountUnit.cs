namespace Settlements.OneC;

/// <summary>In what a service counts money. It is never guessed.</summary>
public enum OneCAmountUnit
{
    /// <summary>In the currency's major unit: roubles. The default.</summary>
    Major,

    /// <summary>In the currency's minor unit: kopecks. Holds for every amount of the answer: debt, advance, overdue, limit, documents and payments.</summary>
    Minor,
}
