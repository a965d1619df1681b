using System.Reflection;
using System.Xml.Linq;

namespace Settlements.Tests.Conventions;

/// <summary>The assemblies that are packed. A new one is added here; a test fails until it is.</summary>
internal static class Product
{
    public static Assembly Sdk { get; } = typeof(Money).Assembly;

    public static IReadOnlyList<Assembly> All { get; } =
    [
        Sdk,
        Assembly.Load("Settlements.Sdk.AcceptanceTests"),
        Assembly.Load("Settlements.Sdk.EntityFrameworkCore"),
        Assembly.Load("Settlements.Sdk.Testing"),
    ];

    public static TheoryData<string> Names => [.. All.Select(assembly => assembly.GetName().Name!)];

    public static Assembly Named(string name) => All.Single(assembly => assembly.GetName().Name == name);

    /// <summary>Types that a user of the packages sees.</summary>
    public static IEnumerable<Type> PublicTypes(params Assembly[] assemblies) =>
        assemblies.SelectMany(assembly => assembly.GetExportedTypes());

    /// <summary>Projects under src/ that are packed.</summary>
    public static IEnumerable<string> PackableProjects =>
        Repository
            .Files("src", "*.csproj")
            .Where(project =>
                !XDocument
                    .Load(project)
                    .Descendants("IsPackable")
                    .Any(e => string.Equals(e.Value, "false", StringComparison.OrdinalIgnoreCase))
            )
            .Select(project => System.IO.Path.GetFileNameWithoutExtension(project));
}
