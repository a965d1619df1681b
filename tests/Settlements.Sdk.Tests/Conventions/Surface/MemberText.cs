using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Settlements.Tests.Conventions.Surface;

/// <summary>One member as C# would declare it.</summary>
internal static class MemberText
{
    // The context caches and is not made for many threads; tests of several assemblies run side by side.
    private static readonly Lock Gate = new();
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(MemberInfo member) =>
        member switch
        {
            FieldInfo field => Field(field),
            ConstructorInfo constructor => Access(constructor) + Name(constructor.DeclaringType!) + Parameters(constructor),
            PropertyInfo property => Property(property),
            EventInfo @event => $"{Modifiers(@event.AddMethod!)}event {TypeNames.Used(@event.EventHandlerType!)} {@event.Name}",
            MethodInfo method => Method(method),
            _ => throw new ArgumentException($"{member} is no member to show.", nameof(member)),
        };

    private static string Field(FieldInfo field)
    {
        var type = TypeNames.Used(field.FieldType, Info(field));
        if (field.IsLiteral)
            return $"const {type} {field.Name} = {Value(field.GetRawConstantValue(), field.FieldType)}";
        return $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{type} {field.Name}";
    }

    private static string Property(PropertyInfo property)
    {
        var widest = property.GetAccessors(true).First(PublicSurface.IsVisible);
        var required = property.IsDefined(typeof(RequiredMemberAttribute), false) ? "required " : "";
        var getter = property.GetMethod is { } get && PublicSurface.IsVisible(get) ? "get; " : "";
        var setter = property.SetMethod is { } set && PublicSurface.IsVisible(set) ? (IsInit(set) ? "init; " : "set; ") : "";
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        return $"{Modifiers(widest)}{required}{TypeNames.Used(property.PropertyType, Info(property))} {name} {{ {getter}{setter}}}";
    }

    internal static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Method(MethodInfo method)
    {
        var type = TypeNames.Used(method.ReturnType, Info(method.ReturnParameter));
        var name = method.Name.StartsWith("op_", StringComparison.Ordinal) ? "operator " + method.Name[3..] : method.Name;
        var generic = method.GetGenericArguments();
        var arguments = generic.Length == 0 ? "" : $"<{string.Join(", ", generic.Select(argument => argument.Name))}>";
        return $"{Modifiers(method)}{type} {name}{arguments}{Parameters(method)}{TypeHeader.Constraints(generic)}";
    }

    private static string Modifiers(MethodInfo method)
    {
        var access = Access(method);
        if (method.DeclaringType!.IsInterface)
            return method.IsStatic ? (method.IsAbstract ? "static abstract " : "static ")
                : method.IsAbstract ? ""
                : "virtual ";
        if (method.IsStatic)
            return access + "static ";
        if (method.GetBaseDefinition().DeclaringType != method.DeclaringType)
            return access + (method.IsFinal && !method.DeclaringType.IsSealed ? "sealed override " : "override ");
        if (method.IsAbstract)
            return access + "abstract ";
        return access + (method is { IsVirtual: true, IsFinal: false } ? "virtual " : "");
    }

    private static string Access(MethodBase method) =>
        method.IsPublic ? ""
        : method.IsFamilyOrAssembly ? "protected internal "
        : "protected ";

    private static string Name(Type type) => type.Name.Split('`')[0];

    private static string Parameters(MethodBase method)
    {
        var self = method.IsDefined(typeof(ExtensionAttribute), false) ? "this " : "";
        return $"({self}{string.Join(", ", method.GetParameters().Select(Parameter))})";
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var modifier =
            parameter.IsOut ? "out "
            : parameter.IsIn && parameter.ParameterType.IsByRef ? "in "
            : parameter.ParameterType.IsByRef ? "ref "
            : parameter.IsDefined(typeof(ParamArrayAttribute), false) ? "params "
            : "";
        var value = parameter.HasDefaultValue ? " = " + Value(parameter.RawDefaultValue, parameter.ParameterType) : "";
        return $"{modifier}{TypeNames.Used(parameter.ParameterType, Info(parameter))} {parameter.Name}{value}";
    }

    private static string Value(object? value, Type type) =>
        value switch
        {
            null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
            string text => "\"" + text.Replace("\n", "\\n", StringComparison.Ordinal) + "\"",
            bool flag => flag ? "true" : "false",
            char letter => $"'{letter}'",
            _ when type.IsEnum => $"{type.Name}.{Enum.ToObject(type, value)}",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static NullabilityInfo Info(object member)
    {
        lock (Gate)
        {
            return member switch
            {
                FieldInfo field => Nullability.Create(field),
                PropertyInfo property => Nullability.Create(property),
                ParameterInfo parameter => Nullability.Create(parameter),
                _ => throw new ArgumentException($"{member} has no nullability.", nameof(member)),
            };
        }
    }
}
