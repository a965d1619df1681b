using System.Reflection;
using Settlements.Tests.Conventions.Surface;

namespace Settlements.Tests.Conventions.Shape;

/// <summary>Whose types a user meets in our signatures: a dependency that shows there can never be changed again.</summary>
internal static class DependencyRules
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>What hosts build with; abstractions that stand in an assembly of another name.</summary>
    private static readonly HashSet<string> Abstractions =
    [
        "Microsoft.Extensions.DependencyInjection.IHealthChecksBuilder",
        "Microsoft.Extensions.DependencyInjection.IHttpClientBuilder",
        "Microsoft.Extensions.Options.IOptions`1",
        "Microsoft.Extensions.Options.IOptionsMonitor`1",
        "Microsoft.Extensions.Options.IOptionsSnapshot`1",
        "Microsoft.Extensions.Options.IValidateOptions`1",
        "Microsoft.Extensions.Options.OptionsBuilder`1",
    ];

    public static IEnumerable<string> ForeignTypes(Type type) =>
        SignatureTypes(type)
            .Where(used => !IsAllowed(used, type.Assembly))
            .Select(used => $"{type.FullName} shows {used.FullName} of {used.Assembly.GetName().Name}");

    private static bool IsAllowed(Type used, Assembly own)
    {
        var assembly = used.Assembly.GetName().Name!;
        return used.Assembly == own
            || assembly.StartsWith("Settlements.", StringComparison.Ordinal)
            || assembly.StartsWith("System.", StringComparison.Ordinal)
            || assembly == "NodaTime"
            || (
                assembly.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
                && assembly.EndsWith(".Abstractions", StringComparison.Ordinal)
            )
            || Abstractions.Contains(used.FullName!);
    }

    private static HashSet<Type> SignatureTypes(Type type)
    {
        var found = new HashSet<Type>();
        Add(type.BaseType, found);
        foreach (var @interface in type.GetInterfaces().Where(i => i.IsVisible))
            Add(@interface, found);
        foreach (var member in type.GetMembers(Declared).Where(PublicSurface.IsVisible))
        {
            foreach (var used in TypesOf(member))
                Add(used, found);
        }

        return found;
    }

    private static IEnumerable<Type> TypesOf(MemberInfo member) =>
        member switch
        {
            FieldInfo field => [field.FieldType],
            PropertyInfo property => [property.PropertyType],
            EventInfo @event => [@event.EventHandlerType!],
            ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
            MethodInfo method => method
                .GetParameters()
                .Select(parameter => parameter.ParameterType)
                .Append(method.ReturnType)
                .Concat(method.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints())),
            _ => [],
        };

    private static void Add(Type? type, HashSet<Type> found)
    {
        while (type is { HasElementType: true })
            type = type.GetElementType();
        if (type is null || type.IsGenericParameter)
            return;
        found.Add(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
        if (type.IsGenericType)
        {
            foreach (var argument in type.GetGenericArguments())
                Add(argument, found);
        }
    }
}
