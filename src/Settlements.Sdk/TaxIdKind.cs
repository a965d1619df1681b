namespace Settlements;

/// <summary>Whom a tax number belongs to, as far as the number itself shows it.</summary>
/// <remarks>A sole proprietor has a person's number.</remarks>
public enum TaxIdKind
{
    /// <summary>A legal entity: a Russian INN of 10 digits, a Belarusian UNP of digits, a Kazakh BIN.</summary>
    Company,

    /// <summary>A person, sole proprietors included: a Russian INN of 12 digits, a Belarusian UNP that begins with letters, a Kazakh IIN.</summary>
    Person,
}
