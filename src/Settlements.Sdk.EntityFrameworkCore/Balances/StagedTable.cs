namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>A table that only the import's own connection sees, and that ends with it.</summary>
/// <param name="Schema">Where such tables are.</param>
/// <param name="Name">The name there.</param>
/// <param name="Shape">The columns.</param>
internal sealed record StagedTable(string Schema, string Name, RowShape Shape)
{
    public override string ToString() => $"{Schema}.\"{Name}\"";
}
