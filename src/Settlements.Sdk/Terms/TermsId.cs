using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Settlements.Terms;

/// <summary>The identifier of one version of terms, kept with an order so that it can be told later which terms the order was made under.</summary>
/// <remarks>
/// Any text that the host chooses, compared letter for letter; spaces around it are trimmed. <c>default(TermsId)</c> has none: reading its <see cref="Value"/>
/// throws.
/// </remarks>
[TypeConverter(typeof(ParsableTypeConverter<TermsId>))]
[JsonConverter(typeof(ParsableJsonConverter<TermsId>))]
public readonly record struct TermsId : IParsable<TermsId>
{
    private readonly string? _value;

    /// <summary>Wraps a text.</summary>
    /// <exception cref="ArgumentException">The text is empty or only spaces.</exception>
    public TermsId(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value.Trim();
    }

    /// <summary>The text; never empty.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(TermsId)</c>.</exception>
    public string Value => _value ?? throw new InvalidOperationException("This TermsId was never assigned.");

    /// <summary>Reads a text; spaces around it are ignored.</summary>
    /// <exception cref="FormatException">The text is empty or only spaces.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static TermsId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var id) ? id : throw new FormatException("An id of terms is a text that is not empty.");
    }

    /// <summary>Reads a text; false when it is null, empty or only spaces.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TermsId id)
    {
        id = string.IsNullOrWhiteSpace(text) ? default : new TermsId(text);
        return id._value is not null;
    }

    static TermsId IParsable<TermsId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<TermsId>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TermsId result) =>
        TryParse(s, out result);

    /// <summary>The text; empty for <c>default(TermsId)</c>.</summary>
    public override string ToString() => _value ?? "";
}
