namespace Settlements;

/// <summary>The country whose tax office gave the number out; it decides the number's shape and check digits.</summary>
public enum TaxIdCountry
{
    /// <summary>Russia, <c>RU</c>: the INN (ИНН), 10 or 12 digits, a company's with its KPP (КПП) where given.</summary>
    Russia,

    /// <summary>Belarus, <c>BY</c>: the UNP (УНП), 9 characters.</summary>
    Belarus,

    /// <summary>Kazakhstan, <c>KZ</c>: the BIN (БИН) of a company or the IIN (ИИН) of a person, 12 digits.</summary>
    Kazakhstan,
}
