using System.Reflection;

namespace Settlements.IntegrationTests.Packaging;

/// <summary>The public members of an assembly, each under the name that the XML documentation gives it.</summary>
internal static class DocumentedMembers
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Names such as <c>P:Settlements.Money.Amount</c>; of methods only the part before the parameters, with a bracket if there are any.</summary>
    public static IEnumerable<string> Of(Assembly assembly) => assembly.GetExportedTypes().SelectMany(Of);

    private static IEnumerable<string> Of(Type type)
    {
        var name = type.FullName!.Replace('+', '.');
        yield return "T:" + name;
        if (typeof(Delegate).IsAssignableFrom(type))
            yield break;

        foreach (var member in type.GetMembers(Declared).Where(IsWritten))
        {
            var id = member switch
            {
                FieldInfo field when field.IsPublic && !field.IsSpecialName => "F:" + name + "." + field.Name,
                PropertyInfo property when property.GetAccessors(nonPublic: false).Length > 0 => "P:" + name + "." + property.Name,
                EventInfo @event => "E:" + name + "." + @event.Name,
                ConstructorInfo constructor when constructor.IsPublic || constructor.IsFamily => HasNoWords(constructor)
                    ? null
                    : "M:" + name + ".#ctor",
                MethodInfo method
                    when (method.IsPublic || method.IsFamily)
                        && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) => "M:"
                    + name
                    + "."
                    + method.Name,
                _ => null,
            };
            if (id is not null)
                yield return id;
        }
    }

    /// <summary>What the compiler adds to a record has no text of its own, and the name of a fact in an acceptance suite is its text.</summary>
    private static bool IsWritten(MemberInfo member) =>
        !member.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), inherit: false)
        && !member.IsDefined(typeof(FactAttribute), inherit: false)
        && member.Name != "EqualityContract";

    /// <summary>A constructor that nobody wrote: without parameters, or the copy of a record; a record's own is documented with its type.</summary>
    private static bool HasNoWords(ConstructorInfo constructor) =>
        constructor.GetParameters() is [] || (constructor.GetParameters() is [var only] && only.ParameterType == constructor.DeclaringType);
}
