using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Settlements.Tests.Vocabulary;

/// <summary>Values of the vocabulary pass through configuration and JSON as the text that people write.</summary>
public sealed class ConverterTests
{
    private const string Id = "6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b";

    [Fact]
    public void Values_are_bound_from_configuration()
    {
        var bound = Bind(("Currency", "810"), ("Counterparty", Id.ToUpperInvariant()), ("Contracts:0", Id)).Get<Settings>()!;

        bound.Currency.Should().Be(Currency.Rub);
        bound.Counterparty.Should().Be(CounterpartyId.Parse(Id));
        bound.Contracts.Should().Equal(ContractId.Parse(Id));
    }

    [Theory]
    [InlineData("Currency", "РУБ", "*'РУБ' is no currency*")]
    [InlineData("Counterparty", "17", "*'17' is not a GUID*")]
    [InlineData("Counterparty", "00000000-0000-0000-0000-000000000000", "*empty GUID*")]
    public void A_wrong_value_in_configuration_names_its_key_and_its_fault(string key, string value, string fault) =>
        FluentActions
            .Invoking(() => Bind((key, value)).Get<Settings>())
            .Should()
            .Throw<InvalidOperationException>()
            .WithMessage($"*'{key}'*")
            .WithInnerException<FormatException>()
            .WithMessage(fault);

    [Fact]
    public void Values_convert_to_text_and_from_text_alone()
    {
        var converter = TypeDescriptor.GetConverter(typeof(Currency));

        converter.ConvertTo(null, CultureInfo.InvariantCulture, Currency.Rub, typeof(string)).Should().Be("RUB");
        converter.CanConvertFrom(typeof(string)).Should().BeTrue();
        converter.CanConvertFrom(typeof(int)).Should().BeFalse();
        FluentActions.Invoking(() => converter.ConvertFrom(643)).Should().Throw<NotSupportedException>();
    }

    [Fact]
    public void Values_are_strings_in_JSON()
    {
        var settings = new Settings
        {
            Currency = Currency.Rub,
            Counterparty = CounterpartyId.Parse(Id),
            Contracts = [ContractId.Parse(Id)],
        };

        var json = JsonSerializer.Serialize(settings);

        json.Should().Be($$"""{"Currency":"RUB","Counterparty":"{{Id}}","Contracts":["{{Id}}"]}""");
        JsonSerializer.Deserialize<Settings>(json).Should().BeEquivalentTo(settings);
    }

    [Theory]
    [InlineData("""{"Currency":"РУБ"}""", "*is no currency*")]
    [InlineData("""{"Currency":643}""", "*A Currency is a JSON string, not Number*")]
    [InlineData("""{"Currency":null}""", "*")]
    [InlineData("""{"Currency":""}""", "*is no currency*")]
    [InlineData("""{"Currency":{}}""", "*A Currency is a JSON string*")]
    [InlineData("""{"Counterparty":""}""", "*is not a GUID*")]
    [InlineData("""{"Counterparty":"00000000-0000-0000-0000-000000000000"}""", "*empty GUID*")]
    public void A_wrong_value_in_JSON_says_what_is_wrong(string json, string fault) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<Settings>(json)).Should().Throw<JsonException>().WithMessage(fault);

    [Fact]
    public void A_value_that_was_never_assigned_is_not_written_to_JSON()
    {
        FluentActions
            .Invoking(() => JsonSerializer.Serialize(default(CounterpartyId)))
            .Should()
            .Throw<JsonException>()
            .WithMessage("*CounterpartyId*never assigned*");
        FluentActions
            .Invoking(() => JsonSerializer.Serialize(default(ContractId)))
            .Should()
            .Throw<JsonException>()
            .WithMessage("*ContractId*never assigned*");
        FluentActions
            .Invoking(() => JsonSerializer.Serialize(default(Currency)))
            .Should()
            .Throw<JsonException>()
            .WithMessage("*Currency*never assigned*");
    }

    [Theory]
    [InlineData("1000.5", "RUB", """{"amount":"1000.50","currency":"RUB"}""")]
    [InlineData("-0.001", "KWD", """{"amount":"-0.001","currency":"KWD"}""")]
    [InlineData("1.505", "RUB", """{"amount":"1.505","currency":"RUB"}""")]
    [InlineData("79228162514264337593543950335", "JPY", """{"amount":"79228162514264337593543950335","currency":"JPY"}""")]
    public void An_amount_is_an_object_of_two_strings_in_JSON(string amount, string currency, string json)
    {
        var money = new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), Currency.Parse(currency));

        JsonSerializer.Serialize(money).Should().Be(json);
        JsonSerializer.Deserialize<Money>(json).Should().Be(money);
        JsonSerializer.Deserialize<Money?>("null").Should().BeNull();
    }

    [Theory]
    [InlineData("null", "*A Money is a JSON object, not Null*")]
    [InlineData("\"1.00 RUB\"", "*A Money is a JSON object, not String*")]
    [InlineData("{}", "A Money without \"amount\"; give {\"amount\":\"1000.50\",\"currency\":\"RUB\"}.*")]
    [InlineData("""{"currency":"RUB"}""", "A Money without \"amount\"*")]
    [InlineData("""{"amount":"1"}""", "A Money without \"currency\"*")]
    [InlineData("""{"amount":"1","amount":"1","currency":"RUB"}""", "*one \"amount\" and one \"currency\" and nothing else*")]
    [InlineData("""{"amount":"1","currency":"RUB","scale":2}""", "*nothing else*")]
    [InlineData("""{"Amount":"1","Currency":"RUB"}""", "*nothing else*")]
    [InlineData("""{"amount":1.5,"currency":"RUB"}""", "A Money's \"amount\" is a decimal number with a dot, as a string*")]
    [InlineData("""{"amount":"1,5","currency":"RUB"}""", "A Money's \"amount\"*")]
    [InlineData("""{"amount":"0.33333333333333333333333333333","currency":"RUB"}""", "A Money's \"amount\"*no more digits*")]
    [InlineData("""{"amount":"1","currency":{}}""", "A Money's \"currency\" is a code of ISO 4217*")]
    [InlineData("""{"amount":"1","currency":"XXX"}""", "A Money's \"currency\"*")]
    public void What_is_no_amount_in_JSON_says_why(string json, string fault) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<Money>(json)).Should().Throw<JsonException>().WithMessage(fault);

    [Fact]
    public void An_amount_that_was_never_assigned_is_not_written_to_JSON() =>
        FluentActions
            .Invoking(() => JsonSerializer.Serialize(default(Money)))
            .Should()
            .Throw<JsonException>()
            .WithMessage("*Money*never assigned*");

    private static IConfiguration Bind(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(pair => new KeyValuePair<string, string?>(pair.Key, pair.Value)))
            .Build();

    private sealed class Settings
    {
        public Currency Currency { get; set; }

        public CounterpartyId Counterparty { get; set; }

        public IReadOnlyList<ContractId> Contracts { get; set; } = [];
    }
}
