using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Settlements;

/// <summary>A currency of ISO 4217: its letter code, its number and how many digits its minor unit has.</summary>
/// <remarks>
/// <para>Known are the active codes of ISO 4217 list one, without metals, test codes and "no currency".</para>
/// <para>
/// The retired Russian codes <c>810</c> and <c>RUR</c> read as <see cref="Rub"/>: accounts and 1C reference books still carry them. The retired
/// Belarusian <c>BYR</c> (974) does not read as <see cref="Byn"/>, since one of them is ten thousand of the other.
/// </para>
/// <para><c>default(Currency)</c> is no currency at all: its <see cref="Code"/> is <c>XXX</c>, and no <see cref="Money"/> can be made of it.</para>
/// </remarks>
[TypeConverter(typeof(ParsableTypeConverter<Currency>))]
[JsonConverter(typeof(ParsableJsonConverter<Currency>))]
public readonly record struct Currency : IParsable<Currency>
{
    private readonly short _index;

    private Currency(int index) => _index = (short)index;

    /// <summary>Russian rouble, <c>RUB</c>, 643, two minor digits.</summary>
    public static Currency Rub { get; } = Parse("RUB");

    /// <summary>Belarusian rouble, <c>BYN</c>, 933, two minor digits.</summary>
    public static Currency Byn { get; } = Parse("BYN");

    /// <summary>Kazakh tenge, <c>KZT</c>, 398, two minor digits.</summary>
    public static Currency Kzt { get; } = Parse("KZT");

    /// <summary>Euro, <c>EUR</c>, 978, two minor digits.</summary>
    public static Currency Eur { get; } = Parse("EUR");

    /// <summary>US dollar, <c>USD</c>, 840, two minor digits.</summary>
    public static Currency Usd { get; } = Parse("USD");

    /// <summary>Chinese yuan, <c>CNY</c>, 156, two minor digits.</summary>
    public static Currency Cny { get; } = Parse("CNY");

    /// <summary>The three-letter code, such as <c>RUB</c>; <c>XXX</c> for <c>default(Currency)</c>.</summary>
    public string Code => Iso4217.Table[_index].Code;

    /// <summary>The number of ISO 4217, such as 643; 999 for <c>default(Currency)</c>.</summary>
    public int Number => Iso4217.Table[_index].Number;

    /// <summary>Digits after the decimal point of the smallest amount: 2 for kopecks, 0 for yen, 3 for Kuwaiti fils.</summary>
    public int MinorDigits => Iso4217.Table[_index].MinorDigits;

    /// <summary>True for <c>default(Currency)</c>, which no amount may have.</summary>
    public bool IsNone => _index == 0;

    /// <summary>Finds a currency by its number, such as 643.</summary>
    /// <param name="number">The number of ISO 4217; 810 gives <see cref="Rub"/>.</param>
    /// <exception cref="FormatException">No currency has this number.</exception>
    public static Currency FromNumber(int number) =>
        Iso4217.ByNumber.TryGetValue(number, out var index)
            ? new Currency(index)
            : throw new FormatException($"No currency of ISO 4217 has the number {number.ToString("000", CultureInfo.InvariantCulture)}.");

    /// <summary>Reads a letter code (any case) or a number of three digits: <c>RUB</c>, <c>643</c>, <c>036</c>; spaces around it are ignored.</summary>
    /// <exception cref="FormatException">The text is not a code of ISO 4217.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static Currency Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var currency)
            ? currency
            : throw new FormatException($"'{text}' is no currency of ISO 4217: give a letter code such as RUB, or a number such as 643.");
    }

    /// <summary>Reads a letter code (any case) or a number of three digits; false when the text is neither.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Currency currency)
    {
        currency = default;
        if (text is null)
            return false;

        var trimmed = text.Trim();
        // A number of ISO 4217 has three digits: "8" and "36" are more likely another system's own key than leks and Australian dollars.
        var isNumber = int.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && trimmed.Length == 3;
        int index;
        if (!(isNumber ? Iso4217.ByNumber.TryGetValue(number, out index) : Iso4217.ByCode.TryGetValue(trimmed, out index)))
            return false;

        currency = new Currency(index);
        return true;
    }

    static Currency IParsable<Currency>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Currency>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Currency result) =>
        TryParse(s, out result);

    /// <summary>The letter code.</summary>
    public override string ToString() => Code;
}
