using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Settlements;

/// <summary>The identifier of a counterparty (контрагент) in 1C: a GUID, written in lower case with dashes.</summary>
/// <remarks>
/// 1C uses the empty GUID for "no value", so it cannot be an identifier here. <c>default(CounterpartyId)</c> has none: reading its
/// <see cref="Value"/> throws, so that a forgotten assignment is not sent to 1C as somebody's account.
/// </remarks>
[TypeConverter(typeof(ParsableTypeConverter<CounterpartyId>))]
[JsonConverter(typeof(ParsableJsonConverter<CounterpartyId>))]
public readonly record struct CounterpartyId : IParsable<CounterpartyId>
{
    private readonly Guid _value;

    /// <summary>Wraps a GUID of 1C.</summary>
    /// <exception cref="ArgumentException">The GUID is empty.</exception>
    public CounterpartyId(Guid value) =>
        _value =
            value != Guid.Empty
                ? value
                : throw new ArgumentException("The empty GUID means \"no value\" in 1C and identifies nothing.", nameof(value));

    /// <summary>The GUID; never the empty one.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(CounterpartyId)</c>.</exception>
    public Guid Value => _value != Guid.Empty ? _value : throw new InvalidOperationException("This CounterpartyId was never assigned.");

    /// <summary>Reads a GUID in any of its usual forms; spaces around it are ignored.</summary>
    /// <exception cref="FormatException">The text is not a GUID, or is the empty one.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static CounterpartyId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (TryParse(text, out var id))
            return id;
        throw new FormatException(
            Guid.TryParse(text, out _)
                ? "The empty GUID means \"no value\" in 1C and identifies nothing."
                : $"'{text}' is not a GUID such as 6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b."
        );
    }

    /// <summary>Reads a GUID; false when the text is not one, or is the empty one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CounterpartyId id)
    {
        var found = Guid.TryParse(text, out var value) && value != Guid.Empty;
        id = found ? new CounterpartyId(value) : default;
        return found;
    }

    static CounterpartyId IParsable<CounterpartyId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<CounterpartyId>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CounterpartyId result) =>
        TryParse(s, out result);

    /// <summary>The GUID as 1C writes it: 36 characters, lower case; empty text for <c>default(CounterpartyId)</c>.</summary>
    public override string ToString() => _value == Guid.Empty ? "" : _value.ToString("D");
}
