using System.Reflection;

namespace Settlements.Tests.Conventions.Floors;

/// <summary>Everything that a type names, in what it declares and in the bodies of its methods, its nested types included.</summary>
internal sealed class References
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private References(Type type) => Collect(type);

    public HashSet<Type> Types { get; } = [];

    /// <summary>The methods and fields named in bodies, as <c>System.DateTime.get_Now</c>.</summary>
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>True when an amount is made of a floating-point number somewhere, or one of an amount.</summary>
    public bool MixesDecimalAndFloat { get; private set; }

    public static References Of(Type type) => new(type);

    private void Collect(Type type)
    {
        Add(type.BaseType);
        foreach (var @interface in type.GetInterfaces())
            Add(@interface);
        foreach (var parameter in type.GetGenericArguments())
            Constraints(parameter);
        Attributes(type);

        foreach (var member in type.GetMembers(Everything))
        {
            Attributes(member);
            switch (member)
            {
                case Type nested:
                    Collect(nested);
                    break;
                case FieldInfo field:
                    Add(field.FieldType);
                    break;
                case PropertyInfo property:
                    Add(property.PropertyType);
                    break;
                case EventInfo @event:
                    Add(@event.EventHandlerType);
                    break;
                case MethodBase method:
                    Signature(method);
                    Body(method);
                    break;
            }
        }
    }

    private void Signature(MethodBase method)
    {
        foreach (var parameter in method.GetParameters())
            Add(parameter.ParameterType);
        if (method is not MethodInfo { } declared)
            return;
        Add(declared.ReturnType);
        foreach (var parameter in declared.GetGenericArguments())
            Constraints(parameter);
    }

    private void Body(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
            return;

        foreach (var local in body.LocalVariables)
            Add(local.LocalType);
        foreach (var clause in body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause))
            Add(clause.CatchType);
        foreach (var member in Intermediate.MembersNamedIn(method))
            Named(member);
    }

    private void Named(MemberInfo member)
    {
        if (member is Type type)
        {
            Add(type);
            return;
        }

        Add(member.DeclaringType);
        Members.Add($"{member.DeclaringType?.FullName}.{member.Name}");
        if (member is MethodBase method)
        {
            Signature(method);
            MixesDecimalAndFloat |= Converts(method);
        }

        if (member is MethodInfo { IsGenericMethod: true } generic)
        {
            foreach (var argument in generic.GetGenericArguments())
                Add(argument);
        }

        if (member is FieldInfo field)
            Add(field.FieldType);
    }

    private static bool Converts(MethodBase method)
    {
        var types = method.GetParameters().Select(parameter => parameter.ParameterType).Append((method as MethodInfo)?.ReturnType).ToList();
        var touchesFloat = types.Contains(typeof(double)) || types.Contains(typeof(float));
        return touchesFloat && (method.DeclaringType == typeof(decimal) || types.Contains(typeof(decimal)));
    }

    private void Attributes(MemberInfo member)
    {
        foreach (var attribute in member.GetCustomAttributesData())
        {
            Add(attribute.AttributeType);
            foreach (var argument in attribute.ConstructorArguments.Select(argument => argument.Value).OfType<Type>())
                Add(argument);
        }
    }

    private void Constraints(Type parameter)
    {
        if (!parameter.IsGenericParameter)
            return;
        foreach (var constraint in parameter.GetGenericParameterConstraints())
            Add(constraint);
    }

    private void Add(Type? type)
    {
        while (type is { HasElementType: true })
            type = type.GetElementType();
        if (type is null || type.IsGenericParameter)
            return;

        var known = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        Types.Add(known);
        if (type.IsGenericType)
        {
            foreach (var argument in type.GetGenericArguments())
                Add(argument);
        }

        if (known.DeclaringType is { } outer)
            Add(outer);
    }
}
