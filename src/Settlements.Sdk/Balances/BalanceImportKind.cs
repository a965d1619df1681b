namespace Settlements.Balances;

/// <summary>Whether an import speaks of everybody.</summary>
public enum BalanceImportKind
{
    /// <summary>Everybody who owes or is owed something is in it: whoever is not has no debt any more.</summary>
    FullSnapshot,

    /// <summary>Only those whose figures have changed are in it.</summary>
    Delta,
}
