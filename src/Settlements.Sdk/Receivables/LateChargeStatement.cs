namespace Settlements.Receivables;

/// <summary>What a late payment costs, line by line, so that it can be checked by hand.</summary>
/// <param name="Lines">By date; days on which nothing was open are in none.</param>
/// <param name="Uncapped">The sum of the lines.</param>
/// <param name="Total">The sum of the lines, or the cap where it is lower.</param>
public sealed record LateChargeStatement(IReadOnlyList<LateChargeLine> Lines, Money Uncapped, Money Total)
{
    /// <summary>Whether the cap made the total lower.</summary>
    public bool IsCapped => Total != Uncapped;
}
