using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace Settlements.Tests;

public sealed class TaxIdTests
{
    [Theory]
    [InlineData("7707083893", TaxIdCountry.Russia, TaxIdKind.Company)]
    [InlineData("7736207543", TaxIdCountry.Russia, TaxIdKind.Company)]
    [InlineData("7701000080", TaxIdCountry.Russia, TaxIdKind.Company)]
    [InlineData("500100732259", TaxIdCountry.Russia, TaxIdKind.Person)]
    [InlineData("500110126803", TaxIdCountry.Russia, TaxIdKind.Person)]
    [InlineData("200988541", TaxIdCountry.Belarus, TaxIdKind.Company)]
    [InlineData("MA1953684", TaxIdCountry.Belarus, TaxIdKind.Person)]
    [InlineData("HB1234568", TaxIdCountry.Belarus, TaxIdKind.Person)]
    [InlineData("KT0000126", TaxIdCountry.Belarus, TaxIdKind.Person)]
    [InlineData("971240001315", TaxIdCountry.Kazakhstan, TaxIdKind.Company)]
    [InlineData("151050001311", TaxIdCountry.Kazakhstan, TaxIdKind.Company)]
    [InlineData("151060001316", TaxIdCountry.Kazakhstan, TaxIdKind.Company)]
    [InlineData("850101300005", TaxIdCountry.Kazakhstan, TaxIdKind.Person)]
    [InlineData("970140000405", TaxIdCountry.Kazakhstan, TaxIdKind.Company)]
    [InlineData("000229500127", TaxIdCountry.Kazakhstan, TaxIdKind.Person)]
    public void Reads_a_number_with_right_check_digits(string text, TaxIdCountry country, TaxIdKind kind)
    {
        TaxId.TryParse(text, country, out var taxId, out var problem).Should().BeTrue();

        problem.Should().BeNull();
        taxId.Number.Should().Be(text);
        taxId.Country.Should().Be(country);
        taxId.Kind.Should().Be(kind);
        taxId.Kpp.Should().BeNull();
        taxId.IsNone.Should().BeFalse();
    }

    [Theory]
    [InlineData("77070838", TaxIdCountry.Russia, TaxIdReason.Length)]
    [InlineData("77070838930", TaxIdCountry.Russia, TaxIdReason.Length)]
    [InlineData("000", TaxIdCountry.Russia, TaxIdReason.Length)]
    [InlineData("", TaxIdCountry.Russia, TaxIdReason.Length)]
    [InlineData("  ", TaxIdCountry.Russia, TaxIdReason.Length)]
    [InlineData(null, TaxIdCountry.Russia, TaxIdReason.Length)]
    [InlineData("7707O83893", TaxIdCountry.Russia, TaxIdReason.Characters)]
    [InlineData("77070O8", TaxIdCountry.Russia, TaxIdReason.Characters)]
    [InlineData("7707 083893", TaxIdCountry.Russia, TaxIdReason.Characters)]
    [InlineData("7707-083893", TaxIdCountry.Russia, TaxIdReason.Characters)]
    [InlineData("٧٧٠٧٠٨٣٨٩٣", TaxIdCountry.Russia, TaxIdReason.Characters)]
    [InlineData("7707083893/773601001", TaxIdCountry.Russia, TaxIdReason.Characters)]
    [InlineData("0000000000", TaxIdCountry.Russia, TaxIdReason.AllZero)]
    [InlineData("000000000000", TaxIdCountry.Russia, TaxIdReason.AllZero)]
    [InlineData("7701234567", TaxIdCountry.Russia, TaxIdReason.CheckDigit)]
    [InlineData("7707083894", TaxIdCountry.Russia, TaxIdReason.CheckDigit)]
    [InlineData("500100732258", TaxIdCountry.Russia, TaxIdReason.CheckDigit)]
    [InlineData("500100732249", TaxIdCountry.Russia, TaxIdReason.CheckDigit)]
    [InlineData("20098854", TaxIdCountry.Belarus, TaxIdReason.Length)]
    [InlineData("2009885411", TaxIdCountry.Belarus, TaxIdReason.Length)]
    [InlineData("", TaxIdCountry.Belarus, TaxIdReason.Length)]
    [InlineData("DA1953684", TaxIdCountry.Belarus, TaxIdReason.Characters)]
    [InlineData("MAA953684", TaxIdCountry.Belarus, TaxIdReason.Characters)]
    [InlineData("20098854A", TaxIdCountry.Belarus, TaxIdReason.Characters)]
    [InlineData("200 98854", TaxIdCountry.Belarus, TaxIdReason.Characters)]
    [InlineData("000000000", TaxIdCountry.Belarus, TaxIdReason.AllZero)]
    [InlineData("800988541", TaxIdCountry.Belarus, TaxIdReason.Structure)]
    [InlineData("001000000", TaxIdCountry.Belarus, TaxIdReason.Structure)]
    [InlineData("TA1953689", TaxIdCountry.Belarus, TaxIdReason.Structure)]
    [InlineData("A11953684", TaxIdCountry.Belarus, TaxIdReason.Structure)]
    [InlineData("1A1953684", TaxIdCountry.Belarus, TaxIdReason.Structure)]
    [InlineData("200988542", TaxIdCountry.Belarus, TaxIdReason.CheckDigit)]
    [InlineData("MA1953685", TaxIdCountry.Belarus, TaxIdReason.CheckDigit)]
    [InlineData("97124000131", TaxIdCountry.Kazakhstan, TaxIdReason.Length)]
    [InlineData("9712400013155", TaxIdCountry.Kazakhstan, TaxIdReason.Length)]
    [InlineData("97124000131A", TaxIdCountry.Kazakhstan, TaxIdReason.Characters)]
    [InlineData("000000000000", TaxIdCountry.Kazakhstan, TaxIdReason.AllZero)]
    [InlineData("971340001319", TaxIdCountry.Kazakhstan, TaxIdReason.Structure)]
    [InlineData("970040001315", TaxIdCountry.Kazakhstan, TaxIdReason.Structure)]
    [InlineData("971270001319", TaxIdCountry.Kazakhstan, TaxIdReason.Structure)]
    [InlineData("990229300129", TaxIdCountry.Kazakhstan, TaxIdReason.Structure)]
    [InlineData("990230300124", TaxIdCountry.Kazakhstan, TaxIdReason.Structure)]
    [InlineData("990100300124", TaxIdCountry.Kazakhstan, TaxIdReason.Structure)]
    [InlineData("990132300124", TaxIdCountry.Kazakhstan, TaxIdReason.Structure)]
    [InlineData("990101700124", TaxIdCountry.Kazakhstan, TaxIdReason.Structure)]
    [InlineData("990101800124", TaxIdCountry.Kazakhstan, TaxIdReason.Structure)]
    [InlineData("971240001316", TaxIdCountry.Kazakhstan, TaxIdReason.CheckDigit)]
    public void Says_why_a_text_is_no_number(string? text, TaxIdCountry country, TaxIdReason reason)
    {
        TaxId.TryParse(text, country, out var taxId, out var problem).Should().BeFalse();

        problem!.Reason.Should().Be(reason);
        taxId.Should().Be(default(TaxId));
    }

    [Theory]
    [InlineData("10000001{0}", TaxIdCountry.Belarus)]
    [InlineData("97014000048{0}", TaxIdCountry.Kazakhstan)]
    public void Has_no_check_digit_at_all_when_the_remainder_is_ten(string text, TaxIdCountry country)
    {
        for (var digit = 0; digit <= 9; digit++)
        {
            TaxId.TryParse(text.Replace("{0}", $"{digit}", StringComparison.Ordinal), country, out _, out var problem).Should().BeFalse();
            problem!.Reason.Should().Be(TaxIdReason.CheckDigit);
        }
    }

    [Theory]
    [InlineData("000229", '0', true)]
    [InlineData("000229", '1', false)]
    [InlineData("000229", '3', false)]
    [InlineData("000229", '6', true)]
    [InlineData("040229", '2', true)]
    [InlineData("040229", '4', true)]
    [InlineData("010229", '0', false)]
    [InlineData("991231", '0', true)]
    [InlineData("991131", '5', false)]
    public void Takes_the_century_of_a_birth_date_from_the_seventh_digit_of_an_iin(string date, char seventh, bool exists)
    {
        var numbers = Enumerable.Range(0, 100).Select(i => date + seventh + "001" + i.ToString("00", CultureInfo.InvariantCulture));

        numbers.Any(number => TaxId.TryParse(number, TaxIdCountry.Kazakhstan, out _, out _)).Should().Be(exists);
    }

    [Theory]
    [InlineData(" 7707083893 ")]
    [InlineData("\u00A07707083893\t")]
    [InlineData("-7707083893--")]
    [InlineData(" - 7707083893\u2011")]
    [InlineData("\u20107707083893\n")]
    public void Trims_spaces_and_hyphens_at_the_ends(string text) =>
        TaxId.Parse(text, TaxIdCountry.Russia).Number.Should().Be("7707083893");

    [Theory]
    [InlineData("МА1953684")]
    [InlineData("ма1953684")]
    [InlineData("Mа1953684")]
    [InlineData(" mA1953684")]
    public void Maps_the_cyrillic_look_alikes_and_small_letters_of_a_belarusian_number(string text) =>
        TaxId.Parse(text, TaxIdCountry.Belarus).Should().Be(TaxId.Parse("MA1953684", TaxIdCountry.Belarus));

    [Fact]
    public void Maps_each_of_the_ten_look_alikes()
    {
        const string latin = "ABCEHKMOPT";
        const string cyrillic = "АВСЕНКМОРТ";
        for (var i = 0; i < latin.Length; i++)
        {
            var number = Enumerable
                .Range(0, 100)
                .Select(n => $"M{latin[i]}19536{n:00}")
                .First(text => TaxId.TryParse(text, TaxIdCountry.Belarus, out _, out _));

            TaxId.Parse(number.Replace(latin[i], cyrillic[i]), TaxIdCountry.Belarus).Number.Should().Be(number);
        }
    }

    [Theory]
    [InlineData("", TaxIdCountry.Russia, "A Russian INN has 10 digits (company) or 12 (person). This text is empty.")]
    [InlineData("123", TaxIdCountry.Russia, "A Russian INN has 10 digits (company) or 12 (person). This text has 3.")]
    [InlineData("77О7083893", TaxIdCountry.Russia, "A Russian INN has digits only. Character 3 is 'О' (U+041E).")]
    [InlineData("7707/083893", TaxIdCountry.Russia, "A Russian INN has digits only. Character 5 is '/' (U+002F).")]
    [InlineData("7707\u00A0083893", TaxIdCountry.Russia, "A Russian INN has digits only. Character 5 is U+00A0.")]
    [InlineData(
        "0000000000",
        TaxIdCountry.Russia,
        "A Russian INN of zeros is given to nobody: it stands for a missing one. Leave it out or enter the real number."
    )]
    [InlineData(
        "7701234567",
        TaxIdCountry.Russia,
        "The check digits do not fit this INN: compare it with the document, two digits may be swapped."
    )]
    [InlineData("12345678", TaxIdCountry.Belarus, "A Belarusian UNP has 9 characters. This text has 8.")]
    [InlineData(
        "20098X541",
        TaxIdCountry.Belarus,
        "A Belarusian UNP has digits, and for a person two of the letters ABCEHKMOPT before them. Character 6 is 'X' (U+0058)."
    )]
    [InlineData(
        "000000000",
        TaxIdCountry.Belarus,
        "A Belarusian UNP of zeros is given to nobody: it stands for a missing one. Leave it out or enter the real number."
    )]
    [InlineData("900988541", TaxIdCountry.Belarus, "A Belarusian UNP begins with a digit from 1 to 7 or one of the letters ABCEHKM.")]
    [InlineData(
        "A00988541",
        TaxIdCountry.Belarus,
        "A Belarusian UNP begins with two digits (company) or two letters (person), not one of each."
    )]
    [InlineData(
        "200988542",
        TaxIdCountry.Belarus,
        "The check digits do not fit this UNP: compare it with the document, two digits may be swapped."
    )]
    [InlineData("1", TaxIdCountry.Kazakhstan, "A Kazakh BIN or IIN has 12 digits. This text has 1.")]
    [InlineData("97124000131?", TaxIdCountry.Kazakhstan, "A Kazakh BIN or IIN has digits only. Character 12 is '?' (U+003F).")]
    [InlineData(
        "000000000000",
        TaxIdCountry.Kazakhstan,
        "A Kazakh BIN or IIN of zeros is given to nobody: it stands for a missing one. Leave it out or enter the real number."
    )]
    [InlineData("971390001315", TaxIdCountry.Kazakhstan, "Digit 5 is from 4 to 6 in a BIN and from 0 to 3 in an IIN.")]
    [InlineData("971340001315", TaxIdCountry.Kazakhstan, "A Kazakh BIN or IIN has a month in digits 3 and 4.")]
    [InlineData("990101900124", TaxIdCountry.Kazakhstan, "Digit 7 of an IIN, the century and sex, is from 0 to 6.")]
    [InlineData(
        "990229300124",
        TaxIdCountry.Kazakhstan,
        "The first six digits of an IIN are a birth date, year, month and day; this one does not exist."
    )]
    [InlineData(
        "971240001316",
        TaxIdCountry.Kazakhstan,
        "The check digits do not fit this BIN or IIN: compare it with the document, two digits may be swapped."
    )]
    public void Explains_the_problem_in_words(string text, TaxIdCountry country, string message)
    {
        TaxId.TryParse(text, country, out _, out var problem).Should().BeFalse();

        problem!.Message.Should().Be(message);
        FluentActions.Invoking(() => TaxId.Parse(text, country)).Should().Throw<FormatException>().WithMessage(message);
    }

    [Fact]
    public void Finds_every_wrong_digit_of_a_company()
    {
        const string right = "7707083893";
        for (var at = 0; at < right.Length; at++)
        {
            foreach (var digit in "0123456789".Where(digit => digit != right[at]))
            {
                var wrong = right[..at] + digit + right[(at + 1)..];
                TaxId.TryParse(wrong, TaxIdCountry.Russia, out _, out _).Should().BeFalse(wrong);
            }
        }
    }

    [Theory]
    [InlineData("773601001")]
    [InlineData("7736AZ001")]
    [InlineData(" 773650001 ")]
    public void Keeps_the_kpp_of_a_company(string kpp)
    {
        var taxId = TaxId.Parse("7707083893", TaxIdCountry.Russia, kpp);

        taxId.Kpp.Should().Be(kpp.Trim());
        taxId.Should().NotBe(TaxId.Parse("7707083893", TaxIdCountry.Russia));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Reads_an_empty_kpp_as_none(string? kpp) =>
        TaxId.Parse("500100732259", TaxIdCountry.Russia, kpp).Should().Be(TaxId.Parse("500100732259", TaxIdCountry.Russia));

    [Theory]
    [InlineData("77360100")]
    [InlineData("7736010011")]
    [InlineData("7736az001")]
    [InlineData("773A01001")]
    [InlineData("773601A01")]
    [InlineData("77360100Z")]
    [InlineData("A73601001")]
    [InlineData("7736-1001")]
    public void Refuses_a_kpp_of_another_shape(string kpp)
    {
        TaxId.TryParse("7707083893", TaxIdCountry.Russia, kpp, out var taxId, out var problem).Should().BeFalse();

        taxId.IsNone.Should().BeTrue();
        problem
            .Should()
            .Be(
                new TaxIdProblem(
                    TaxIdReason.Kpp,
                    "A KPP has 9 characters: digits, of which the fifth and sixth may be capital Latin letters."
                )
            );
    }

    [Theory]
    [InlineData("500100732259", TaxIdCountry.Russia)]
    [InlineData("200988541", TaxIdCountry.Belarus)]
    [InlineData("971240001315", TaxIdCountry.Kazakhstan)]
    public void Refuses_a_kpp_where_nobody_has_one(string text, TaxIdCountry country)
    {
        TaxId.TryParse(text, country, "773601001", out _, out var problem).Should().BeFalse();

        problem!.Reason.Should().Be(TaxIdReason.Kpp);
        problem.Message.Should().Be("Only a Russian company has a KPP: leave it out for a person and for other countries.");
    }

    [Fact]
    public void Names_the_number_before_the_kpp_when_both_are_wrong()
    {
        TaxId.TryParse("7707083894", TaxIdCountry.Russia, "1", out _, out var problem).Should().BeFalse();

        problem!.Reason.Should().Be(TaxIdReason.CheckDigit);
    }

    [Theory]
    [InlineData("105000008", "0105000008")]
    [InlineData("534640977", "0534640977")]
    [InlineData(" 302466334 ", "0302466334")]
    [InlineData("15184715611", "015184715611")]
    [InlineData("10512345607", "010512345607")]
    public void Restores_a_lost_zero_when_the_check_digits_are_right(string text, string number)
    {
        TaxId.TryRestoreLeadingZero(text, out var taxId).Should().BeTrue();

        taxId.Should().Be(TaxId.Parse(number, TaxIdCountry.Russia));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("105000009")]
    [InlineData("15184715612")]
    [InlineData("7707083893")]
    [InlineData("10500000")]
    [InlineData("000000000")]
    [InlineData("005000008")]
    [InlineData("10500000A")]
    [InlineData("0105000008")]
    public void Restores_nothing_otherwise(string? text)
    {
        TaxId.TryRestoreLeadingZero(text, out var taxId).Should().BeFalse();

        taxId.Should().Be(default(TaxId));
    }

    [Fact]
    public void Never_restores_a_zero_unasked() => TaxId.TryParse("105000008", TaxIdCountry.Russia, out _, out _).Should().BeFalse();

    [Theory]
    [InlineData("RU7707083893")]
    [InlineData("RU7707083893/773601001")]
    [InlineData("RU500100732259")]
    [InlineData("BYMA1953684")]
    [InlineData("KZ971240001315")]
    public void Reads_back_what_it_prints(string text)
    {
        JsonSerializer.Deserialize<TaxId>(JsonSerializer.Serialize(text)).ToString().Should().Be(text);
        JsonSerializer.Serialize(Read<TaxId>(text)).Should().Be($"\"{text}\"");
        TypeDescriptor.GetConverter(typeof(TaxId)).ConvertFromInvariantString(text).Should().Be(Read<TaxId>(text));
    }

    [Theory]
    [InlineData(" ru 7707083893 / 773601001 ", "RU7707083893/773601001")]
    [InlineData("Kz971240001315", "KZ971240001315")]
    [InlineData("by МА1953684", "BYMA1953684")]
    public void Reads_the_text_with_the_country_leniently(string text, string printed)
    {
        TryRead<TaxId>(text, out var taxId).Should().BeTrue();

        taxId.ToString().Should().Be(printed);
    }

    [Theory]
    [InlineData("7707083893", "Write the country before a tax number: RU, BY or KZ, as in RU7707083893.")]
    [InlineData("", "Write the country before a tax number: RU, BY or KZ, as in RU7707083893.")]
    [InlineData("UA7707083893", "Write the country before a tax number: RU, BY or KZ, as in RU7707083893.")]
    [InlineData("RU", "A Russian INN has 10 digits (company) or 12 (person). This text is empty.")]
    [InlineData("RU/773601001", "A Russian INN has 10 digits (company) or 12 (person). This text is empty.")]
    [InlineData("RU7707083893/1", "A KPP has 9 characters: digits, of which the fifth and sixth may be capital Latin letters.")]
    public void Refuses_a_text_without_the_country_or_with_a_wrong_number(string text, string message)
    {
        TryRead<TaxId>(text, out var taxId).Should().BeFalse();
        taxId.IsNone.Should().BeTrue();
        FluentActions.Invoking(() => Read<TaxId>(text)).Should().Throw<FormatException>().WithMessage(message);
    }

    [Fact]
    public void Refuses_a_text_that_is_missing()
    {
        TryRead<TaxId>(null, out _).Should().BeFalse();
        FluentActions.Invoking(() => Read<TaxId>(null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void Is_no_number_by_default()
    {
        var none = default(TaxId);

        none.IsNone.Should().BeTrue();
        none.ToString().Should().BeEmpty();
        none.Should().NotBe(TaxId.Parse("7707083893", TaxIdCountry.Russia));
        foreach (var read in new Func<object?>[] { () => none.Number, () => none.Country, () => none.Kind, () => none.Kpp })
            FluentActions.Invoking(read).Should().Throw<InvalidOperationException>().WithMessage("This TaxId was never assigned.");
    }

    [Fact]
    public void Refuses_a_country_that_does_not_exist() =>
        FluentActions
            .Invoking(() => TaxId.TryParse("7707083893", (TaxIdCountry)7, out _, out _))
            .Should()
            .Throw<ArgumentOutOfRangeException>()
            .WithMessage("The country is Russia, Belarus or Kazakhstan.*");

    private static T Read<T>(string text)
        where T : IParsable<T> => T.Parse(text, null);

    private static bool TryRead<T>(string? text, out T? value)
        where T : IParsable<T> => T.TryParse(text, null, out value);
}
