using System.Reflection;
using Settlements.AcceptanceTests;

namespace Settlements.Tests.Stores;

/// <summary>The acceptance suites, the ports they are for, and who passes them.</summary>
internal static class Suites
{
    public static IReadOnlyList<Type> All { get; } =
    [.. typeof(StoreSuite<>).Assembly.GetExportedTypes().Where(type => type.IsAbstract && PortOf(type) is not null)];

    /// <summary>The port that a suite is for; null for a type that is no suite.</summary>
    public static Type? PortOf(Type suite) =>
        suite.BaseType is { IsGenericType: true } @base && @base.GetGenericTypeDefinition() == typeof(StoreSuite<>)
            ? @base.GetGenericArguments()[0]
            : null;

    /// <summary>Suites that no public class of an assembly runs over the stores of a kind, whose name its own begins with: <c>Sqlite</c>, <c>InMemory</c>.</summary>
    public static IEnumerable<string> LeftOut(IEnumerable<Type> suites, IEnumerable<Type> tests, string kind)
    {
        var classes = tests.Where(type => type is { IsPublic: true, IsAbstract: false }).ToList();
        return suites
            .Where(suite => !classes.Exists(type => type.IsSubclassOf(suite) && type.Name.StartsWith(kind, StringComparison.Ordinal)))
            .Select(suite => $"no public class {kind}... runs {suite.Name}");
    }

    /// <summary>Ports that an assembly has a store for and no suite tries. A client asks somebody else, and keeps nothing.</summary>
    public static IEnumerable<string> PortsWithoutSuite(Assembly stores, IReadOnlyCollection<Type> suites) =>
        from store in stores.GetTypes()
        where store is { IsClass: true, IsAbstract: false, Namespace: not "Settlements.OneC" }
        from port in store.GetInterfaces()
        where port.Assembly == typeof(Money).Assembly && IsKept(port) && suites.All(suite => PortOf(suite) != port)
        select $"{store.Name} keeps what {port.Name} promises, and there is no suite for {port.Name}";

    /// <summary>What a host keeps data behind. An import is tried by the suite of the store that makes it.</summary>
    private static bool IsKept(Type port) =>
        port.Name.EndsWith("Store", StringComparison.Ordinal)
        || port.Name.EndsWith("Log", StringComparison.Ordinal)
        || port.Name.EndsWith("Directory", StringComparison.Ordinal);
}
