using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Settlements.EntityFrameworkCore.Migrations;

/// <summary>How a snapshot of the model writes a table down: what the database sees of it, without the types behind it.</summary>
internal static class SnapshotTable
{
    /// <summary>A column as it was declared.</summary>
    /// <typeparam name="TValue">What the provider reads and writes.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="name">The column's name.</param>
    /// <param name="type">Its type in the database.</param>
    /// <param name="isNullable">Whether it may be empty.</param>
    /// <param name="collation">The order of its text; null for the database's.</param>
    public static PropertyBuilder<TValue> Column<TValue>(
        this EntityTypeBuilder table,
        string name,
        string type,
        bool isNullable = false,
        string? collation = null
    ) => table.Property<TValue>(name).HasColumnName(name).HasColumnType(type).IsRequired(!isNullable).UseCollation(collation);
}
