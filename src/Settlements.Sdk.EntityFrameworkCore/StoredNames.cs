using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Settlements.EntityFrameworkCore;

/// <summary>Fixes what a table looks like in the database, whatever conventions the context has.</summary>
internal static class StoredNames
{
    /// <summary>Sets by hand the names that conventions gave, and the order of text in PostgreSQL: by code points, as in SQLite.</summary>
    public static ModelBuilder NameEverything(this ModelBuilder modelBuilder, string? schema)
    {
        var isPostgreSql = modelBuilder.Model.GetValueGenerationStrategy() is not null;
        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(type => type.ClrType.Assembly == typeof(StoredNames).Assembly))
        {
            if (schema is not null)
                type.SetSchema(schema);
            foreach (var (property, name) in Columns(type, ""))
            {
                property.SetColumnName(name);
                if (isPostgreSql && IsText(property))
                    property.SetCollation("C");
            }

            foreach (var key in type.GetKeys())
                key.SetName(key.GetName());
            foreach (var index in type.GetIndexes())
                index.SetDatabaseName(index.GetDatabaseName());
        }

        return modelBuilder;
    }

    private static IEnumerable<(IMutableProperty Property, string Name)> Columns(IMutableTypeBase type, string prefix) =>
        type.GetProperties()
            .Select(property => (property, prefix + property.Name))
            .Concat(type.GetComplexProperties().SelectMany(part => Columns(part.ComplexType, $"{prefix}{part.Name}_")));

    private static bool IsText(IMutableProperty property) =>
        (property.GetValueConverter()?.ProviderClrType ?? property.GetProviderClrType() ?? property.ClrType) == typeof(string);
}
