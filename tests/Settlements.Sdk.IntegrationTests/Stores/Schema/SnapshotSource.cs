using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Settlements.IntegrationTests.Stores.Schema;

/// <summary>Writes the source of a snapshot: the model as the database sees it, which the next migration is compared with.</summary>
internal static class SnapshotSource
{
    public static string Of(DbContext context, string subject, IEnumerable<string> usings)
    {
        var tables = context
            .GetService<IDesignTimeModel>()
            .Model.GetRelationalModel()
            .Tables.OrderBy(table => table.Name, StringComparer.Ordinal)
            .ToList();
        return $$"""
            {{string.Concat(
                usings.Append("Microsoft.EntityFrameworkCore").Append("Microsoft.EntityFrameworkCore.Infrastructure").Append(
                    "Microsoft.EntityFrameworkCore.Metadata.Builders"
                ).Order(StringComparer.Ordinal).Select(name => $"using {name};\n")
            )}}
            namespace Settlements.EntityFrameworkCore.Migrations.{{subject}};

            /// <summary>The tables as the last migration leaves them. Written by ModelSnapshotTests.</summary>
            [DbContext(typeof({{context.GetType().Name}}))]
            internal sealed class {{subject}}Snapshot : ModelSnapshot
            {
                protected override void BuildModel(ModelBuilder modelBuilder) =>
                    modelBuilder{{string.Concat(tables.Select(table => $".Entity(\"{table.Name}\", {Method(table)})"))}};

            {{string.Concat(tables.Select(Table))}}}
            """;
    }

    private static string Method(ITable table) => table.Name["Settlements".Length..];

    private static string Table(ITable table) =>
        $$"""
                private static void {{Method(table)}}(EntityTypeBuilder table)
                {
                    table.ToTable("{{table.Name}}");
            {{string.Concat(table.Columns.Select(Column))}}        table.HasKey({{Names(
                table.PrimaryKey!.Columns
            )}}).HasName("{{table.PrimaryKey.Name}}");
            {{string.Concat(table.Indexes.OrderBy(index => index.Name, StringComparer.Ordinal).Select(Index))}}    }


            """;

    private static string Column(IColumn column)
    {
        var type = (
            column.PropertyMappings[0].TypeMapping.Converter?.ProviderClrType ?? column.PropertyMappings[0].TypeMapping.ClrType
        ) switch
        {
            var text when text == typeof(string) => "string",
            var number when number == typeof(long) => "long",
            var number when number == typeof(int) => "int",
            var flag when flag == typeof(bool) => "bool",
            var amount when amount == typeof(decimal) => "decimal",
            var other => other.Name,
        };
        var nullable = column.IsNullable && type is not "string" ? "?" : "";
        List<string> arguments = [$"\"{column.Name}\"", $"\"{column.StoreType}\""];
        if (column.IsNullable)
            arguments.Add("isNullable: true");
        if (column.Collation is { } collation)
            arguments.Add($"collation: \"{collation}\"");
        var notes = string.Concat(
            column
                .GetAnnotations()
                .Select(note =>
                    $".HasAnnotation(\"{note.Name}\", {(note.Value is bool ? "true" : $"{note.Value!.GetType().Name}.{note.Value}")})"
                )
        );
        var generated = notes.Length > 0 ? ".ValueGeneratedOnAdd()" : "";
        return $"        table.Column<{type}{nullable}>({string.Join(", ", arguments)}){generated}{notes};\n";
    }

    private static string Index(ITableIndex index)
    {
        var unique = index.IsUnique ? ".IsUnique()" : "";
        var filter = index.Filter is { } sql ? $".HasFilter(\"{sql.Replace("\"", "\\\"", StringComparison.Ordinal)}\")" : "";
        return $"        table.HasIndex([{Names(index.Columns)}], \"{index.Name}\"){unique}{filter};\n";
    }

    private static string Names(IEnumerable<IColumnBase> columns) => string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
}
