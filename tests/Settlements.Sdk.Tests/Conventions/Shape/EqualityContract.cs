using System.Reflection;

namespace Settlements.Tests.Conventions.Shape;

/// <summary>What comparing values promises, asked of a type by reflection.</summary>
internal static class EqualityContract
{
    /// <summary>What is broken, a sentence for each. <paramref name="one"/> and <paramref name="same"/> are equal, <paramref name="other"/> is not.</summary>
    public static IEnumerable<string> Faults(object one, object same, object other)
    {
        var type = one.GetType();
        var initial = type.IsValueType ? Activator.CreateInstance(type)! : null;
        var checks = new List<(bool Holds, string Promise)>
        {
            (Equals(one, one), "equals itself"),
            (Equals(one, same) && Equals(same, one), "equals its like, from both sides"),
            (one.GetHashCode() == same.GetHashCode(), "equal values have one hash"),
            (!Equals(one, other) && !Equals(other, one), "differs from another, from both sides"),
            (!Equals(one, "text"), "differs from another type"),
            (Typed(type, one, same) && !Typed(type, one, other), "the typed Equals says the same as the boxed one"),
            (Operator(type, "op_Equality", one, same) && !Operator(type, "op_Equality", one, other), "== says the same as Equals"),
            (Operator(type, "op_Inequality", one, other) && !Operator(type, "op_Inequality", one, same), "!= says the opposite"),
            (!one.Equals(null), "differs from null"),
        };
        if (initial is not null)
        {
            var again = Activator.CreateInstance(type)!;
            checks.Add((Equals(initial, again), "default equals default"));
            checks.Add((initial.GetHashCode() == again.GetHashCode(), "default has one hash"));
            checks.Add((!Equals(initial, one) && !Equals(one, initial), "default differs from a value that was made"));
            checks.Add((initial.ToString() is not null, "default can be written"));
        }

        return checks.Where(check => !check.Holds).Select(check => $"{type.Name}: {check.Promise}");
    }

    private static bool Typed(Type type, object left, object right) =>
        (bool)typeof(IEquatable<>).MakeGenericType(type).GetMethod("Equals")!.Invoke(left, [right])!;

    private static bool Operator(Type type, string name, object left, object right) =>
        type.GetMethod(name, BindingFlags.Public | BindingFlags.Static, [type, type])?.Invoke(null, [left, right]) is true;
}
