using System.Reflection;
using Settlements.Tests.Conventions.Surface;

namespace Settlements.Tests.Conventions.Shape;

/// <summary>What every public type looks like. Each rule says what is wrong with a type, a sentence for each fault.</summary>
internal static class ShapeRules
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly HashSet<Type> MutableCollections =
    [
        typeof(List<>),
        typeof(Dictionary<,>),
        typeof(HashSet<>),
        typeof(IList<>),
        typeof(IDictionary<,>),
        typeof(ICollection<>),
        typeof(ISet<>),
    ];

    public static IEnumerable<string> Inheritance(Type type)
    {
        if (type is { IsClass: true, IsSealed: false, IsAbstract: false })
            yield return $"{type.FullName} is open to inheritance that it was not made for: seal it, or make it abstract";
    }

    public static IEnumerable<string> ValueTypes(Type type)
    {
        if (
            type is { IsValueType: true, IsEnum: false }
            && !type.IsDefined(typeof(System.Runtime.CompilerServices.IsReadOnlyAttribute), false)
        )
            yield return $"{type.FullName} is a struct that can change: make it readonly";
        if (type is { IsValueType: true, IsEnum: false } && !type.IsAssignableTo(typeof(IEquatable<>).MakeGenericType(type)))
            yield return $"{type.FullName} is a struct without IEquatable of itself: comparing it would box";
    }

    public static IEnumerable<string> Statics(Type type)
    {
        const BindingFlags Static = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.IsEnum)
            yield break;

        foreach (var field in type.GetFields(Static).Where(field => !field.IsLiteral && (!field.IsInitOnly || IsMutable(field.FieldType))))
            yield return $"{type.FullName}.{field.Name} is shared by everybody and can be changed by anybody";
        foreach (
            var property in type.GetProperties(Static)
                .Where(property => property.SetMethod is { IsPublic: true } || IsMutable(property.PropertyType))
        )
            yield return $"{type.FullName}.{property.Name} is shared by everybody and can be changed by anybody";
    }

    /// <summary>Options and the parts that they are made of are set while a host starts; everything else is made once.</summary>
    public static IEnumerable<string> Immutability(Type type)
    {
        if (
            type.IsInterface
            || IsOptions(type)
            || type.Assembly.GetExportedTypes().Where(IsOptions).Any(options => IsPartOf(options, type))
        )
            yield break;

        foreach (var property in type.GetProperties(Declared))
        {
            if (property.SetMethod is { } setter && PublicSurface.IsVisible(setter) && !MemberText.IsInit(setter))
                yield return $"{type.FullName}.{property.Name} can be set after the object was made: init, or a class named ...Options";
        }

        foreach (
            var field in type.GetFields(Declared)
                .Where(field => PublicSurface.IsVisible(field) && !field.IsInitOnly && !field.IsLiteral && !type.IsEnum)
        )
            yield return $"{type.FullName}.{field.Name} is a public field that can be changed";
    }

    public static IEnumerable<string> RecordsHoldNoMutableCollections(Type type)
    {
        if (!TypeHeader.IsRecord(type))
            yield break;

        foreach (
            var property in type.GetProperties(Declared)
                .Where(property => property.GetMethod is { IsPublic: true } && IsMutable(property.PropertyType))
        )
            yield return $"{type.FullName}.{property.Name} hands out a {TypeNames.Used(property.PropertyType)}: an IReadOnlyList says that nobody changes it";
    }

    private static bool IsOptions(Type type) => type.Name.EndsWith("Options", StringComparison.Ordinal);

    private static bool IsPartOf(Type options, Type type) =>
        options.GetProperties().Any(property => property.PropertyType == type && property.SetMethod is null && !TypeHeader.IsRecord(type));

    private static bool IsMutable(Type type) =>
        type.IsArray || (type.IsGenericType && MutableCollections.Contains(type.GetGenericTypeDefinition()));
}
