using System.Reflection;
using System.Text;

namespace Settlements.Tests.Conventions.Surface;

/// <summary>Writes what users of an assembly can see as text that a reviewer reads and a diff compares.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly) => Of(assembly.GetExportedTypes());

    public static string Of(IEnumerable<Type> types)
    {
        var text = new StringBuilder();
        foreach (
            var group in types
                .GroupBy(type => type.Namespace ?? "", StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
        )
        {
            text.Append("namespace ").Append(group.Key).Append('\n');
            foreach (var type in group.OrderBy(TypeNames.Declared, StringComparer.Ordinal))
                Append(text, type);
            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Append(StringBuilder text, Type type)
    {
        text.Append('\n');
        foreach (var attribute in Attributes.Of(type))
            text.Append("  ").Append(attribute).Append('\n');
        text.Append("  ").Append(TypeHeader.Of(type)).Append('\n');
        foreach (var line in Members(type))
            text.Append("    ").Append(line).Append('\n');
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), null)}");
        }

        if (typeof(Delegate).IsAssignableFrom(type))
            return [MemberText.Of(type.GetMethod("Invoke")!)];

        return type.GetMembers(Declared)
            .Where(IsVisible)
            .Where(member => !IsWrittenByTheCompiler(member))
            .SelectMany(member => Attributes.Of(member).Append(MemberText.Of(member)).Select(line => (Member: member, Line: line)))
            .OrderBy(line => Order(line.Member))
            .ThenBy(line => line.Member.Name, StringComparer.Ordinal)
            .ThenBy(line => MemberText.Of(line.Member), StringComparer.Ordinal)
            .Select(line => line.Line);
    }

    private static int Order(MemberInfo member) =>
        member switch
        {
            FieldInfo => 0,
            ConstructorInfo => 1,
            PropertyInfo => 2,
            EventInfo => 3,
            _ => 4,
        };

    internal static bool IsVisible(MemberInfo member) =>
        member switch
        {
            FieldInfo field => IsVisible(field.Attributes & FieldAttributes.FieldAccessMask),
            // The accessors of properties and events are written with them; operators are methods of their own.
            MethodInfo method => IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)),
            ConstructorInfo constructor => IsVisible(constructor) && !constructor.IsStatic,
            PropertyInfo property => property.GetAccessors(true).Any(IsVisible),
            EventInfo @event => IsVisible(@event.AddMethod!),
            _ => false,
        };

    internal static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsVisible(FieldAttributes access) =>
        access is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    /// <summary>What a record brings by itself says nothing new to a reader.</summary>
    private static bool IsWrittenByTheCompiler(MemberInfo member) =>
        member.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), false)
        || member.Name is "EqualityContract"
        || (member is ConstructorInfo constructor && TypeHeader.IsRecord(constructor.DeclaringType!) && IsCopy(constructor));

    private static bool IsCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is [var only] && only.ParameterType == constructor.DeclaringType;
}
