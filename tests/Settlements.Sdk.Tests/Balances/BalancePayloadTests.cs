using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Settlements.Balances;
using Settlements.Terms;
using Settlements.Tests.Conventions;
using static Settlements.Tests.Balances.ReaderCase;

namespace Settlements.Tests.Balances;

/// <summary>
/// What stands in a distributed cache. The golden files are the bytes of released versions: a reader of today must read them all, and the writer writes exactly the last
/// one's. They are never changed; a change of the format gets a new version and new files.
/// </summary>
public sealed class BalancePayloadTests
{
    private const string Golden = "tests/Settlements.Sdk.Tests/Balances/Golden";

    public static TheoryData<string> Samples => [.. Known.Keys];

    private static readonly Dictionary<string, StoredBalance> Known = new(StringComparer.Ordinal)
    {
        ["whole"] = new(Whole(), Instant.FromUtc(2026, 11, 21, 9, 0, 1) + Duration.FromNanoseconds(123_456_789)),
        ["unknown"] = new(
            new CounterpartyBalance(Customer, Currency.Byn, Instant.FromUtc(2026, 11, 21, 9, 0)) { Unstated = (BalanceFields)2047 },
            Start
        ),
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Writes_the_golden_bytes_of_this_version(string sample) =>
        Encoding.UTF8.GetString(BalancePayloadWriter.Write(Known[sample])).Should().Be(GoldenText($"v1-{sample}.json"));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Reads_the_golden_bytes_of_every_version(string sample)
    {
        var payload = BalancePayloadReader.Read(File.ReadAllBytes(Repository.Path($"{Golden}/v1-{sample}.json")), Customer);

        payload.InvalidatedAt.Should().BeNull();
        Same(payload.Balance!, Known[sample]);
    }

    [Fact]
    public void An_invalidation_has_golden_bytes_too()
    {
        Encoding.UTF8.GetString(BalancePayloadWriter.WriteInvalidation(Customer, Start)).Should().Be(GoldenText("v1-invalidated.json"));
        BalancePayloadReader
            .Read(File.ReadAllBytes(Repository.Path($"{Golden}/v1-invalidated.json")), Customer)
            .Should()
            .Be(new BalancePayload(null, Start));
    }

    [Fact]
    public void What_is_cut_off_anywhere_is_refused()
    {
        var bytes = BalancePayloadWriter.Write(Known["whole"]);

        for (var length = 0; length < bytes.Length; length++)
        {
            var cut = bytes[..length];
            FluentActions
                .Invoking(() => BalancePayloadReader.Read(cut, Customer))
                .Should()
                .Throw<FormatException>("{0} bytes are not the whole", length);
        }
    }

    [Fact]
    public void A_property_that_is_missing_is_a_fault_and_never_an_unknown_amount()
    {
        var text = Encoding.UTF8.GetString(BalancePayloadWriter.Write(Known["unknown"]));
        string[] names = ["debt", "advance", "overdue", "limit", "blocked", "lastPayment", "documents", "payments", "terms"];

        foreach (var name in names)
            Refused(text.Replace($"\"{name}\":null,", "", StringComparison.Ordinal)).Should().Contain($"has no '{name}'");
    }

    [Theory]
    [InlineData("\"debt\":\"1250000000000000000000000.50\"", "\"debt\":1250000000000000000000000.50", "payload.balance.debt")]
    [InlineData("\"debt\":\"1250000000000000000000000.50\"", "\"debt\":\"\"", "payload.balance.debt")]
    [InlineData("\"debt\":\"1250000000000000000000000.50\"", "\"debt\":\"1,5\"", "payload.balance.debt")]
    [InlineData("\"currency\":\"RUB\"", "\"currency\":\"\"", "payload.balance.currency")]
    [InlineData("\"version\":1", "\"version\":0", "payload.version")]
    [InlineData("\"unstated\":512", "\"unstated\":1073741824", "payload.balance.unstated")]
    [InlineData("\"blocked\":false", "\"blocked\":\"false\"", "payload.balance.blocked")]
    [InlineData("\"asOf\":\"2026-11-21T08:59:00Z\"", "\"asOf\":\"2026-11-21\"", "payload.balance.asOf")]
    [InlineData("\"notes\":[", "\"more\":1,\"notes\":[", "more")]
    [InlineData("0d8bb2a6", "0d8bb2a7", "somebody else")]
    public void A_value_that_this_version_does_not_write_is_refused(string written, string found, string named)
    {
        var text = Encoding.UTF8.GetString(BalancePayloadWriter.Write(Known["whole"]));
        text.Should().Contain(written);

        Refused(text.Replace(written, found, StringComparison.Ordinal)).Should().Contain(named);
    }

    [Fact]
    public void Every_field_that_a_source_may_leave_unsaid_comes_back()
    {
        var all = Enum.GetValues<BalanceFields>().Aggregate((sum, field) => sum | field);
        var stored = new StoredBalance(new CounterpartyBalance(Customer, Currency.Rub, Start) { Unstated = all }, Start);

        BalancePayloadReader.Read(BalancePayloadWriter.Write(stored), Customer).Balance!.Balance.Unstated.Should().Be(all);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused() =>
        FluentActions.Invoking(() => BalancePayloadReader.Read([0xFF, 0xFE, 0x00], Customer)).Should().Throw<FormatException>();

    [Fact]
    public void Whatever_amount_is_written_comes_back_digit_for_digit() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<decimal>(),
                amount =>
                {
                    var stored = new StoredBalance(
                        new CounterpartyBalance(Customer, Currency.Rub, Start) { Debt = Money.Rub(amount), Advance = Money.Rub(-amount) },
                        Start
                    );
                    var read = BalancePayloadReader.Read(BalancePayloadWriter.Write(stored), Customer).Balance!.Balance;
                    return decimal.GetBits(read.Debt!.Value.Amount).SequenceEqual(decimal.GetBits(amount)) && read.Advance == -read.Debt;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    private static string Refused(string text) =>
        FluentActions
            .Invoking(() => BalancePayloadReader.Read(Encoding.UTF8.GetBytes(text), Customer))
            .Should()
            .Throw<FormatException>()
            .Which.Message;

    private static void Same(StoredBalance found, StoredBalance expected)
    {
        found.ReadAt.Should().Be(expected.ReadAt);
        found
            .Balance.Should()
            .BeEquivalentTo(expected.Balance, options => options.WithStrictOrdering().ComparingByMembers<CounterpartyBalance>());
        found.Balance.Documents.Should().Equal(expected.Balance.Documents);
        found.Balance.Terms.Should().Be(expected.Balance.Terms);
    }

    private static string GoldenText(string file) => File.ReadAllText(Repository.Path($"{Golden}/{file}"));

    private static CounterpartyBalance Whole() =>
        new(Customer, Currency.Rub, Instant.FromUtc(2026, 11, 21, 8, 59))
        {
            Debt = Money.Rub(1_250_000_000_000_000_000_000_000.50m),
            Advance = Money.Rub(0m),
            Overdue = Money.Rub(-0.001m),
            Limit = new CreditLimit(new Money(7_000m, Currency.Usd), IsEnforced: false),
            IsBlocked = false,
            LastPayment = new BalancePayment { Date = new LocalDate(2026, 11, 19), Amount = Money.Rub(10m) },
            Documents =
            [
                new OpenDocument
                {
                    Id = "7d0f8d7e-1111-4c55-9c0b-0b7a3b1f2a10",
                    Number = "УТ-000123 \"повторный\"",
                    Date = new LocalDate(2026, 10, 30),
                    DueDate = new LocalDate(2026, 11, 29),
                    Amount = Money.Rub(100.00m),
                    Outstanding = Money.Rub(40.10m),
                    OrderId = "A-1001",
                },
                new OpenDocument(),
            ],
            Payments = [],
            Terms = PaymentTerms.Mixed(30m, 14).WithRoll(HolidayRoll.Following),
            Unstated = BalanceFields.AsOf,
            Notes = [new BalanceNote("documents[1]", "an empty row")],
        };
}
