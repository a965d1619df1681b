using System.Globalization;
using System.Text;

namespace Settlements.Testing.OneC;

/// <summary>Writes JSON letter for letter as <c>ЗаписьJSON</c> of the 1C platform does.</summary>
/// <remarks>
/// Measured on 8.3.27: a line break after every element, no indent, a space after the colon; Cyrillic and <c>/</c> are not escaped; LF and CR are
/// <c>\n</c> and <c>\r</c>, every other control character is <c>\u</c> with four upper-case digits. That an empty object or array stays on one line is inferred.
/// </remarks>
internal sealed class JsonWriter(StringBuilder output, OneCJsonLayout layout, string? asked)
{
    private readonly string _break = layout switch
    {
        OneCJsonLayout.Lines => "\n",
        OneCJsonLayout.WindowsLines => "\r\n",
        OneCJsonLayout.Compact => "",
        _ => throw new ArgumentOutOfRangeException(nameof(layout), layout, "No such layout."),
    };

    private readonly string _colon = layout == OneCJsonLayout.Compact ? ":" : ": ";

    /// <summary>Writes one value with all that is in it.</summary>
    public void Write(OneCValue value)
    {
        switch (value.Kind)
        {
            case ValueKind.Object:
                WriteMembers(value, '{', '}');
                break;
            case ValueKind.Array:
                WriteMembers(value, '[', ']');
                break;
            case ValueKind.String:
                WriteString(value.Text);
                break;
            case ValueKind.AskedCounterparty:
                WriteString(
                    asked
                        ?? throw new InvalidOperationException(
                            "OneCValue.AskedCounterparty can be written only in the answer to a request."
                        )
                );
                break;
            default:
                output.Append(value.Text);
                break;
        }
    }

    private void WriteMembers(OneCValue value, char open, char close)
    {
        output.Append(open);
        var separator = "";
        foreach (var (key, member) in value.Members)
        {
            output.Append(separator).Append(_break);
            if (value.Kind == ValueKind.Object)
            {
                WriteString(key);
                output.Append(_colon);
            }
            Write(member);
            separator = ",";
        }
        if (value.Members.Count > 0)
            output.Append(_break);
        output.Append(close);
    }

    private void WriteString(string text)
    {
        output.Append('"');
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '"' => output.Append("\\\""),
                '\\' => output.Append("\\\\"),
                '\n' => output.Append("\\n"),
                '\r' => output.Append("\\r"),
                < ' ' => output.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                _ => output.Append(letter),
            };
        }
        output.Append('"');
    }
}
