using System.Reflection;
using System.Runtime.CompilerServices;

namespace Settlements.Tests.Conventions.Surface;

/// <summary>The attributes that are part of a promise to users; how the compiler does its work is none.</summary>
internal static class Attributes
{
    private static readonly HashSet<string> Promised =
    [
        "FlagsAttribute",
        "ObsoleteAttribute",
        "TypeConverterAttribute",
        "JsonConverterAttribute",
        "EditorBrowsableAttribute",
        "ExperimentalAttribute",
        "RequiresUnreferencedCodeAttribute",
        "RequiresDynamicCodeAttribute",
    ];

    public static IEnumerable<string> Of(MemberInfo member) =>
        member
            .GetCustomAttributesData()
            .Where(attribute => Promised.Contains(attribute.AttributeType.Name))
            .Where(attribute => !IsForOldCompilers(member, attribute))
            .Select(Text)
            .Order(StringComparer.Ordinal);

    /// <summary>The compiler marks the constructors of a type with required members as obsolete, for compilers that do not know the word.</summary>
    private static bool IsForOldCompilers(MemberInfo member, CustomAttributeData attribute) =>
        member is ConstructorInfo
        && attribute.AttributeType == typeof(ObsoleteAttribute)
        && member.DeclaringType!.IsDefined(typeof(RequiredMemberAttribute), false);

    private static string Text(CustomAttributeData attribute)
    {
        var name = attribute.AttributeType.Name[..^"Attribute".Length];
        var arguments = string.Join(", ", attribute.ConstructorArguments.Select(Text));
        return arguments.Length == 0 ? $"[{name}]" : $"[{name}({arguments})]";
    }

    private static string Text(CustomAttributeTypedArgument argument) =>
        argument.Value is Type type ? $"typeof({TypeNames.Used(type)})" : argument.ToString();
}
