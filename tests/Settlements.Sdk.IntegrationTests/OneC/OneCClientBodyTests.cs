using NodaTime;
using Settlements.Balances;
using Settlements.OneC;
using Settlements.Testing;

namespace Settlements.IntegrationTests.OneC;

/// <summary>Bodies that are strange in form and right in what they say.</summary>
public sealed class OneCClientBodyTests : OneCClientTest
{
    private static readonly Dictionary<string, OneCFault> Forms = new(StringComparer.Ordinal)
    {
        ["gzip"] = OneCFault.Gzip(),
        ["windows-1251"] = OneCFault.Windows1251(),
        ["windows-1251 without saying so"] = OneCFault.Windows1251().Then(OneCFault.ContentType("application/json")),
        ["charset=utf8"] = OneCFault.ContentType("application/json; charset=utf8"),
        ["content type of a page"] = OneCFault.ContentType("text/html"),
        ["no content type"] = OneCFault.ContentType(null),
        ["no byte order mark"] = OneCFault.ByteOrderMark(present: false),
        ["JSON in a string"] = OneCFault.JsonInString(),
        ["envelope response"] = OneCFault.Envelope("response"),
        ["envelope data"] = OneCFault.Envelope("data"),
        ["envelope result"] = OneCFault.Envelope("result"),
        ["success envelope"] = OneCFault.SuccessEnvelope(),
        ["array of one"] = OneCFault.ArrayOfOne(),
        ["array of one in an envelope"] = OneCFault.ArrayOfOne().Then(OneCFault.Envelope("data")),
        ["chunks"] = OneCFault.Chunked(),
        ["a large body within the limit"] = OneCFault.HugeBody(3 * 1024 * 1024),
        ["large, packed and in chunks"] = OneCFault.HugeBody(3 * 1024 * 1024).Then(OneCFault.Gzip()).Then(OneCFault.Chunked()),
    };

    public static TheoryData<string> FormNames => [.. Forms.Keys];

    [Theory]
    [MemberData(nameof(FormNames))]
    public async Task Every_form_of_a_body_is_read(string form)
    {
        Server.AddDocument(Romashka, new EmulatedDocument { Number = "УТ-000012", Outstanding = 25000.05m });
        Server.Faults.Next(Forms[form]);

        var balance = await AskAsync(Client());

        balance.Debt.Should().Be(Money.Rub(125000.50m));
        balance.Documents.Should().ContainSingle().Which.Number.Should().Be("УТ-000012");
        balance.Counterparty.Should().Be(Romashka);
    }

    [Theory]
    [InlineData(OneCJsonLayout.Lines)]
    [InlineData(OneCJsonLayout.WindowsLines)]
    [InlineData(OneCJsonLayout.Compact)]
    public async Task Every_layout_is_read(OneCJsonLayout layout)
    {
        await using var server = await OneCEmulator.StartAsync(new OneCEmulatorOptions { Layout = layout });
        server.SetBalance(Romashka, new EmulatedBalance { Debt = -0.05m });
        var balance = await AskAsync(Client(options => options.BaseUrl = server.BaseUrl));
        balance.Debt.Should().Be(Money.Rub(-0.05m));
    }

    [Fact]
    public async Task The_whole_contract_arrives()
    {
        Server.SetBalance(
            Romashka,
            new EmulatedBalance
            {
                Currency = "643",
                Debt = OneCValue.NumberAsText(1234567.89m),
                OverdueDebt = "",
                Advance = OneCValue.Null,
                CreditLimit = 500000m,
                CreditLimitEnforced = OneCValue.YesNo(false),
                Blocked = "true",
                LastPaymentDate = OneCValue.Date(new LocalDateTime(2026, 11, 20, 9, 0).WithOffset(Offset.FromHours(3)), OneCDateForm.Text),
                LastPaymentSum = OneCValue.NumberAsText(1000.5m),
                UpdatedAt = OneCValue.Date(new LocalDateTime(2026, 11, 21, 8, 59, 30).WithOffset(Offset.FromHours(3)), OneCDateForm.Local),
                Documents =
                [
                    new()
                    {
                        Id = Vasilek,
                        Number = "УТ-000012",
                        Date = new LocalDate(2026, 10, 5),
                        DueDate = new LocalDate(2026, 11, 4),
                        Amount = 30000m,
                        Outstanding = 25000m,
                        OrderId = "A-1001",
                    },
                    new() { Id = OneCValue.EmptyReference, DueDate = OneCValue.EmptyDate },
                ],
                Payments =
                [
                    new()
                    {
                        Number = "17",
                        Date = new LocalDate(2026, 11, 20),
                        Sum = 1000.5m,
                    },
                ],
            }
        );

        var balance = await AskAsync(Client());

        balance.Currency.Should().Be(Currency.Rub);
        balance.Debt.Should().Be(Money.Rub(1234567.89m));
        balance.Overdue.Should().Be(Money.Rub(0m));
        balance.Notes.Should().Contain(note => note.Field == "overdue_debt");
        balance.Advance.Should().BeNull();
        balance.Unstated.Should().HaveFlag(BalanceFields.Advance);
        balance.Limit.Should().Be(new CreditLimit(Money.Rub(500000m), IsEnforced: false));
        balance.IsBlocked.Should().BeTrue();
        balance.LastPayment!.Amount.Should().Be(Money.Rub(1000.5m));
        balance.LastPayment.Date.Should().Be(new LocalDate(2026, 11, 20));
        balance.AsOf.Should().Be(Instant.FromUtc(2026, 11, 21, 5, 59, 30));
        balance.Documents.Should().HaveCount(2);
        balance
            .Documents![0]
            .Should()
            .Be(
                new OpenDocument
                {
                    Id = Vasilek.ToString(),
                    Number = "УТ-000012",
                    Date = new LocalDate(2026, 10, 5),
                    DueDate = new LocalDate(2026, 11, 4),
                    Amount = Money.Rub(30000m),
                    Outstanding = Money.Rub(25000m),
                    OrderId = "A-1001",
                }
            );
        balance.Documents[1].Should().Be(new OpenDocument());
        balance.Payments.Should().ContainSingle().Which.Amount.Should().Be(Money.Rub(1000.5m));
    }

    [Theory]
    [InlineData(OneCDateForm.Local)]
    [InlineData(OneCDateForm.WithOffset)]
    [InlineData(OneCDateForm.Universal)]
    [InlineData(OneCDateForm.JavaScript)]
    [InlineData(OneCDateForm.Microsoft)]
    [InlineData(OneCDateForm.Text)]
    [InlineData(OneCDateForm.Digits)]
    public async Task One_moment_in_any_form_of_the_platform_is_one_moment(OneCDateForm form)
    {
        var moment = new LocalDateTime(2026, 11, 21, 8, 59, 30).WithOffset(Offset.FromHours(3));
        Server.SetBalance(Romashka, new EmulatedBalance { Debt = 1m, UpdatedAt = OneCValue.Date(moment, form) });
        (await AskAsync(Client())).AsOf.Should().Be(moment.ToInstant());
    }

    [Fact]
    public async Task Nothing_that_was_left_unsaid_becomes_zero()
    {
        Server.SetBalance(Romashka, new EmulatedBalance { Debt = 1m });
        var balance = await AskAsync(Client());
        balance.Overdue.Should().BeNull();
        balance.Advance.Should().BeNull();
        balance.Limit.Should().BeNull();
        balance.IsBlocked.Should().BeNull();
        balance.Documents.Should().BeNull();
        balance.Payments.Should().BeNull();
        balance.AsOf.Should().Be(Instant.FromDateTimeOffset(Clock.GetUtcNow()));
        balance.Currency.Should().Be(Currency.Rub);
    }

    [Fact]
    public async Task A_service_with_keys_of_its_own_needs_no_change()
    {
        Server.SetAnswer(
            Romashka,
            OneCValue.Object(
                ("Контрагент", OneCValue.Object(("Ид", OneCValue.AskedCounterparty))),
                ("Расчеты", OneCValue.Object(("Долг", OneCValue.Raw("-12500050")), ("ЛимитКредита", "50000000")))
            )
        );
        var client = Client(options =>
        {
            options.Fields.Counterparty = ["Контрагент.Ид"];
            options.Fields.Debt = ["Расчеты.Долг"];
            options.Fields.Limit = ["Расчеты.ЛимитКредита"];
            options.AmountUnit = OneCAmountUnit.Minor;
            options.AmountSign = OneCAmountSign.DebtIsNegative;
        });
        var balance = await AskAsync(client);
        balance.Debt.Should().Be(Money.Rub(125000.50m));
        balance.Limit!.Amount.Should().Be(Money.Rub(500000m));
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("1000000000000000019884624838656")]
    [InlineData("\"много\"")]
    [InlineData("\"1.234,56,78\"")]
    [InlineData("{}")]
    [InlineData("[]")]
    public async Task An_amount_that_is_none_is_an_error_and_never_zero(string json)
    {
        Server.SetBalance(Romashka, new EmulatedBalance { Debt = OneCValue.Raw(json) });
        (await FailureAsync(Client())).Error.Should().Be(SettlementsError.InvalidResponse);
    }
}
