namespace Settlements.Tests.Vocabulary;

/// <summary>The identifiers of 1C behave alike, so they are tested alike.</summary>
public sealed class IdTests
{
    private const string Text = "6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b";

    public static TheoryData<string> Readable =>
        [Text, Text.ToUpperInvariant(), $" {Text}\t", $"{{{Text}}}", $"({Text})", Text.Replace("-", "", StringComparison.Ordinal)];

    public static TheoryData<string> Unreadable => ["", "  ", "12345", Text + "0", Text[..^1], Text.Replace('6', 'x')];

    [Theory]
    [MemberData(nameof(Readable))]
    public void Is_read_in_every_usual_form_and_written_in_one(string text)
    {
        CounterpartyId.Parse(text).ToString().Should().Be(Text);
        ContractId.Parse(text).ToString().Should().Be(Text);
        CounterpartyId.TryParse(text, out var counterparty).Should().BeTrue();
        ContractId.TryParse(text, out var contract).Should().BeTrue();
        (counterparty.Value, contract.Value).Should().Be((new Guid(Text), new Guid(Text)));
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_is_no_guid_is_refused_with_an_example(string text)
    {
        CounterpartyId.TryParse(text, out _).Should().BeFalse();
        ContractId.TryParse(text, out _).Should().BeFalse();
        FluentActions.Invoking(() => CounterpartyId.Parse(text)).Should().Throw<FormatException>().WithMessage("*is not a GUID such as*");
        FluentActions.Invoking(() => ContractId.Parse(text)).Should().Throw<FormatException>().WithMessage("*is not a GUID such as*");
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("{00000000-0000-0000-0000-000000000000}")]
    public void The_empty_guid_identifies_nothing(string text)
    {
        CounterpartyId.TryParse(text, out _).Should().BeFalse();
        ContractId.TryParse(text, out _).Should().BeFalse();
        FluentActions.Invoking(() => CounterpartyId.Parse(text)).Should().Throw<FormatException>().WithMessage("*empty GUID*");
        FluentActions.Invoking(() => ContractId.Parse(text)).Should().Throw<FormatException>().WithMessage("*empty GUID*");
        FluentActions.Invoking(() => new CounterpartyId(Guid.Empty)).Should().Throw<ArgumentException>().WithMessage("*empty GUID*");
        FluentActions.Invoking(() => new ContractId(Guid.Empty)).Should().Throw<ArgumentException>().WithMessage("*empty GUID*");
    }

    [Fact]
    public void A_forgotten_assignment_is_not_sent_as_somebody()
    {
        FluentActions
            .Invoking(() => default(CounterpartyId).Value)
            .Should()
            .Throw<InvalidOperationException>()
            .WithMessage("*never assigned*");
        FluentActions.Invoking(() => default(ContractId).Value).Should().Throw<InvalidOperationException>().WithMessage("*never assigned*");
        default(CounterpartyId).ToString().Should().BeEmpty();
        default(ContractId).ToString().Should().BeEmpty();
    }

    [Fact]
    public void A_missing_text_is_no_identifier()
    {
        CounterpartyId.TryParse(null, out _).Should().BeFalse();
        ContractId.TryParse(null, out _).Should().BeFalse();
        FluentActions.Invoking(() => CounterpartyId.Parse(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => ContractId.Parse(null!)).Should().Throw<ArgumentNullException>();
    }
}
