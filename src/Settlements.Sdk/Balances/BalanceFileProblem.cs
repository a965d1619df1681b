namespace Settlements.Balances;

/// <summary>Why a file as a whole cannot be used.</summary>
public enum BalanceFileProblem
{
    /// <summary>It ends in the middle, or there is nothing in it at all.</summary>
    Truncated,

    /// <summary>It is not of its format, so that nobody can say where a row ends.</summary>
    Malformed,

    /// <summary>Its columns are not the ones of the field map, or one of them stands in it twice.</summary>
    Columns,

    /// <summary>A row is longer than allowed.</summary>
    RowTooLarge,
}
