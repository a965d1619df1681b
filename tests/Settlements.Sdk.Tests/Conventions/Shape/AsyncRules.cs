using System.Reflection;
using System.Runtime.CompilerServices;
using Settlements.Tests.Conventions.Surface;

namespace Settlements.Tests.Conventions.Shape;

/// <summary>How asynchronous methods are named, and that their callers can stop them.</summary>
internal static class AsyncRules
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Names(Type type) =>
        from method in Methods(type)
        where IsAwaitable(method.ReturnType) != method.Name.EndsWith("Async", StringComparison.Ordinal) && !IsInherited(method)
        select $"{type.FullName}.{method.Name} returns {TypeNames.Used(method.ReturnType)}: Async at the end of the name says that a caller awaits it";

    public static IEnumerable<string> Tokens(Type type) =>
        from method in Methods(type)
        where PublicSurface.IsVisible((MethodBase)method) && IsAwaitable(method.ReturnType) && !IsInherited(method)
        where method.GetParameters() is not [.., { } last] || last.ParameterType != typeof(CancellationToken)
        select $"{type.FullName}.{method.Name} cannot be cancelled: its last parameter should be a CancellationToken";

    private static IEnumerable<MethodInfo> Methods(Type type) =>
        typeof(Delegate).IsAssignableFrom(type)
            ? []
            : type.GetMethods(Declared)
                .Where(method => !method.IsSpecialName && !method.IsDefined(typeof(CompilerGeneratedAttribute), false))
                // A fact of an acceptance suite is named by a sentence, and is run by a runner, which has nothing to stop it with.
                .Where(method => !method.IsDefined(typeof(FactAttribute), false))
                // Local functions and explicit implementations of somebody's interface carry names that are not ours.
                .Where(method =>
                    !method.Name.Contains('<', StringComparison.Ordinal) && !method.Name.Contains('.', StringComparison.Ordinal)
                );

    private static bool IsAwaitable(Type type)
    {
        var known = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return known == typeof(Task)
            || known == typeof(Task<>)
            || known == typeof(ValueTask)
            || known == typeof(ValueTask<>)
            || known == typeof(IAsyncEnumerable<>);
    }

    /// <summary>A method whose name and parameters somebody else chose: an override, or an implementation of a foreign interface.</summary>
    private static bool IsInherited(MethodInfo method)
    {
        var type = method.DeclaringType!;
        if (method.GetBaseDefinition().DeclaringType != type)
            return true;
        return !type.IsInterface
            && type.GetInterfaces()
                .Where(i => i.Assembly != type.Assembly)
                .Any(i => type.GetInterfaceMap(i).TargetMethods.Contains(method));
    }
}
