namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>What an import does to a counterparty, as a number in its plan. Those to whom nothing is done are not in the plan.</summary>
internal static class PlannedChange
{
    public const int Added = 1;

    /// <summary>The figures are others.</summary>
    public const int Changed = 2;

    /// <summary>The figures are the same and the moment is written.</summary>
    public const int Touched = 3;

    /// <summary>The store has newer figures.</summary>
    public const int Older = 4;

    /// <summary>Cleared of a debt.</summary>
    public const int DebtorCleared = 5;

    /// <summary>Cleared of something that is no debt.</summary>
    public const int Cleared = 6;

    /// <summary>Cleared, and there was nothing.</summary>
    public const int Emptied = 7;
}
