using System.Reflection;

namespace Settlements.Tests.Conventions.Surface;

/// <summary>Types as C# writes them, with the nullability that the assembly states.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(char)] = "char",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>The name with its type parameters and outer types, as it is declared.</summary>
    public static string Declared(Type type)
    {
        var parameters = type.GetGenericArguments()
            .Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0)
            .Select(argument => argument.Name);
        var name = type.Name.Split('`')[0];
        var arguments = string.Join(", ", parameters);
        var own = arguments.Length == 0 ? name : $"{name}<{arguments}>";
        return type.IsNested ? $"{Declared(type.DeclaringType!)}.{own}" : own;
    }

    public static string Used(Type type, NullabilityInfo? nullability = null)
    {
        if (type.IsByRef)
            return Used(type.GetElementType()!, nullability);
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Used(underlying, nullability?.GenericTypeArguments.FirstOrDefault()) + "?";

        var mark = !type.IsValueType && nullability?.ReadState == NullabilityState.Nullable ? "?" : "";
        if (type.IsArray)
            return $"{Used(type.GetElementType()!, nullability?.ElementType)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword + mark;
        if (type.IsGenericParameter)
            return type.Name + mark;
        return Named(type, nullability) + mark;
    }

    private static string Named(Type type, NullabilityInfo? nullability)
    {
        var outer = type.IsNested ? Used(type.DeclaringType!) + "." : "";
        var name = outer + type.Name.Split('`')[0];
        if (!type.IsGenericType)
            return name;

        var of = nullability?.GenericTypeArguments;
        var arguments = type.GetGenericArguments()
            .Select((argument, index) => Used(argument, of is not null && index < of.Length ? of[index] : null));
        return $"{name}<{string.Join(", ", arguments)}>";
    }
}
