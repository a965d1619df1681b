using System.Reflection;
using System.Reflection.Emit;

namespace Settlements.Tests.Conventions.Floors;

/// <summary>Reads the members that a compiled method body names.</summary>
internal static class Intermediate
{
    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF);

    public static IEnumerable<MemberInfo> MembersNamedIn(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } body)
            yield break;

        var typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (var token in Tokens(body))
            yield return method.Module.ResolveMember(token, typeArguments, methodArguments)!;
    }

    private static IEnumerable<int> Tokens(byte[] body)
    {
        var position = 0;
        while (position < body.Length)
        {
            var code = Codes[body[position] == 0xFE ? 0xFE00 | body[position + 1] : body[position]];
            position += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return BitConverter.ToInt32(body, position);
            position += Length(code.OperandType, body, position);
        }
    }

    private static int Length(OperandType operand, byte[] body, int position) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(body, position)),
            _ => 4,
        };
}
