namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>Rows of one shape for SQL by hand: the names of the columns, and the values in their order.</summary>
/// <remarks>Values are what both providers take as the model keeps it: Guid, decimal, DateOnly, bool, int, long, string, or null.</remarks>
/// <param name="columns">The columns.</param>
internal sealed class RowShape(params string[] columns)
{
    public IReadOnlyList<string> Columns { get; } = columns;

    /// <summary>The quoted columns, each behind a prefix: <c>b."Debt", b."Advance"</c>.</summary>
    public string List(string prefix = "") => string.Join(", ", Columns.Select(column => $"{prefix}\"{column}\""));

    /// <summary>Assignments of every column from a source: <c>"Debt" = s."Debt"</c>.</summary>
    public string Assignments(string source) => string.Join(", ", Columns.Select(column => $"\"{column}\" = {source}\"{column}\""));
}
