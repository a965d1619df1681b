using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Settlements;

/// <summary>A tax number whose shape and check digits are right: INN (with the KPP where given), UNP, BIN or IIN.</summary>
/// <remarks>
/// <para>
/// The country is always said, never guessed: twelve digits may be a Russian person or a Kazakh company. As text with the country
/// (<see cref="ToString()"/>, JSON, configuration) it is <c>RU7707083893</c>, or <c>RU7707083893/773601001</c> with the KPP.
/// </para>
/// <para>
/// Spaces and hyphens at the ends are trimmed, never between the digits. A zero that a spreadsheet or a numeric field dropped is not put back
/// here: that is <see cref="TryRestoreLeadingZero"/>, a step that a caller takes knowingly.
/// </para>
/// <para>
/// Right check digits do not mean that the number was given out. <c>default(TaxId)</c> is no number: <see cref="IsNone"/> is true, it prints as
/// empty text, and reading its parts throws.
/// </para>
/// </remarks>
[TypeConverter(typeof(ParsableTypeConverter<TaxId>))]
[JsonConverter(typeof(ParsableJsonConverter<TaxId>))]
public readonly record struct TaxId : IParsable<TaxId>
{
    private readonly string? _number;
    private readonly TaxIdCountry _country;
    private readonly TaxIdKind _kind;
    private readonly string? _kpp;

    private TaxId(string number, TaxIdCountry country, TaxIdKind kind, string? kpp)
    {
        _number = number;
        _country = country;
        _kind = kind;
        _kpp = kpp;
    }

    /// <summary>True for <c>default(TaxId)</c>, which is no number.</summary>
    public bool IsNone => _number is null;

    /// <summary>The number alone, without the country and the KPP: <c>7707083893</c>; letters are Latin capitals.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(TaxId)</c>.</exception>
    public string Number => _number ?? throw Unassigned();

    /// <summary>Whose tax office gave it out.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(TaxId)</c>.</exception>
    public TaxIdCountry Country => IsNone ? throw Unassigned() : _country;

    /// <summary>Whether the number is a company's or a person's.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(TaxId)</c>.</exception>
    public TaxIdKind Kind => IsNone ? throw Unassigned() : _kind;

    /// <summary>The KPP of a Russian company or its branch: nine characters; null when none was given.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(TaxId)</c>.</exception>
    public string? Kpp => IsNone ? throw Unassigned() : _kpp;

    /// <summary>Reads a number of a country.</summary>
    /// <exception cref="FormatException">The text is no such number; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="country"/> is none of the known ones.</exception>
    public static TaxId Parse(string? text, TaxIdCountry country) => Parse(text, country, kpp: null);

    /// <summary>Reads a number of a country, and the KPP beside it.</summary>
    /// <param name="text">The number; spaces and hyphens at its ends are ignored.</param>
    /// <param name="country">Whose number it is.</param>
    /// <param name="kpp">The KPP; null or empty when there is none.</param>
    /// <exception cref="FormatException">The text is no such number, or the KPP is none; the message says why.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="country"/> is none of the known ones.</exception>
    public static TaxId Parse(string? text, TaxIdCountry country, string? kpp) =>
        TryParse(text, country, kpp, out var taxId, out var problem) ? taxId : throw new FormatException(problem.Message);

    /// <summary>Reads a number of a country and says why not when it is none.</summary>
    /// <param name="text">The number; spaces and hyphens at its ends are ignored; null reads as empty.</param>
    /// <param name="country">Whose number it is.</param>
    /// <param name="taxId">The number, or <c>default(TaxId)</c>.</param>
    /// <param name="problem">Why not; null when it is a number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="country"/> is none of the known ones.</exception>
    public static bool TryParse(string? text, TaxIdCountry country, out TaxId taxId, [NotNullWhen(false)] out TaxIdProblem? problem) =>
        TryParse(text, country, kpp: null, out taxId, out problem);

    /// <summary>Reads a number of a country and the KPP beside it, and says why not when one of them is wrong.</summary>
    /// <param name="text">The number; spaces and hyphens at its ends are ignored; null reads as empty.</param>
    /// <param name="country">Whose number it is.</param>
    /// <param name="kpp">The KPP; null or empty when there is none, as for sole proprietors. Only a Russian company has one.</param>
    /// <param name="taxId">The number, or <c>default(TaxId)</c>.</param>
    /// <param name="problem">Why not; null when it is a number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="country"/> is none of the known ones.</exception>
    public static bool TryParse(
        string? text,
        TaxIdCountry country,
        string? kpp,
        out TaxId taxId,
        [NotNullWhen(false)] out TaxIdProblem? problem
    )
    {
        taxId = default;
        var number = Normalize(text, country);
        problem = Check(number, country, out var kind);
        if (problem is not null)
            return false;

        var branch = kpp?.Trim() is { Length: > 0 } given ? given : null;
        problem = branch is null ? null : CheckKpp(branch, country, kind);
        if (problem is not null)
            return false;

        taxId = new TaxId(number, country, kind, branch);
        return true;
    }

    /// <summary>Puts back the zero that a Russian INN lost when it was kept as a number; only when the result's check digits are right.</summary>
    /// <param name="text">9 or 11 digits that do not begin with zero; spaces and hyphens at the ends are ignored.</param>
    /// <param name="taxId">The INN of 10 or 12 digits, or <c>default(TaxId)</c>.</param>
    /// <returns>False when nothing is to be restored: a whole INN, another length, or check digits that do not fit.</returns>
    /// <remarks>About one in eleven Belarusian UNPs fits too: use it only where a Russian INN is meant.</remarks>
    public static bool TryRestoreLeadingZero(string? text, out TaxId taxId)
    {
        var digits = TaxIdText.Trim(text);
        taxId = TaxIdRussia.HasLostZero(digits) ? Parse("0" + digits.ToString(), TaxIdCountry.Russia) : default;
        return !taxId.IsNone;
    }

    static TaxId IParsable<TaxId>.Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        var (country, number, kpp) =
            Split(s) ?? throw new FormatException("Write the country before a tax number: RU, BY or KZ, as in RU7707083893.");
        return Parse(number, country, kpp);
    }

    static bool IParsable<TaxId>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TaxId result)
    {
        result = default;
        return s is not null && Split(s) is var (country, number, kpp) && TryParse(number, country, kpp, out result, out _);
    }

    /// <summary>The number with its country, and the KPP where given: <c>RU7707083893/773601001</c>; empty text for <c>default(TaxId)</c>.</summary>
    public override string ToString()
    {
        if (IsNone)
            return "";
        var prefix = _country switch
        {
            TaxIdCountry.Russia => "RU",
            TaxIdCountry.Belarus => "BY",
            _ => "KZ",
        };
        return _kpp is null ? prefix + _number : $"{prefix}{_number}/{_kpp}";
    }

    private static (TaxIdCountry Country, string Number, string? Kpp)? Split(string text)
    {
        var trimmed = text.AsSpan().Trim();
        TaxIdCountry? country =
            trimmed.StartsWith("RU", StringComparison.OrdinalIgnoreCase) ? TaxIdCountry.Russia
            : trimmed.StartsWith("BY", StringComparison.OrdinalIgnoreCase) ? TaxIdCountry.Belarus
            : trimmed.StartsWith("KZ", StringComparison.OrdinalIgnoreCase) ? TaxIdCountry.Kazakhstan
            : null;
        if (country is not { } known)
            return null;

        var rest = trimmed[2..];
        var slash = rest.IndexOf('/');
        return slash < 0 ? (known, rest.ToString(), null) : (known, rest[..slash].ToString(), rest[(slash + 1)..].ToString());
    }

    private static string Normalize(string? text, TaxIdCountry country)
    {
        var trimmed = TaxIdText.Trim(text);
        if (country != TaxIdCountry.Belarus)
            return trimmed.ToString();
        return string.Create(
            trimmed.Length,
            trimmed,
            static (result, source) =>
            {
                for (var i = 0; i < result.Length; i++)
                    result[i] = TaxIdBelarus.Normalize(source[i]);
            }
        );
    }

    private static TaxIdProblem? Check(string number, TaxIdCountry country, out TaxIdKind kind) =>
        country switch
        {
            TaxIdCountry.Russia => TaxIdRussia.Check(number, out kind),
            TaxIdCountry.Belarus => TaxIdBelarus.Check(number, out kind),
            TaxIdCountry.Kazakhstan => TaxIdKazakhstan.Check(number, out kind),
            _ => throw new ArgumentOutOfRangeException(nameof(country), country, "The country is Russia, Belarus or Kazakhstan."),
        };

    private static TaxIdProblem? CheckKpp(string kpp, TaxIdCountry country, TaxIdKind kind)
    {
        if (country != TaxIdCountry.Russia || kind != TaxIdKind.Company)
            return new TaxIdProblem(
                TaxIdReason.Kpp,
                "Only a Russian company has a KPP: leave it out for a person and for other countries."
            );
        return TaxIdRussia.IsKpp(kpp)
            ? null
            : new TaxIdProblem(
                TaxIdReason.Kpp,
                "A KPP has 9 characters: digits, of which the fifth and sixth may be capital Latin letters."
            );
    }

    private static InvalidOperationException Unassigned() => new("This TaxId was never assigned.");
}
