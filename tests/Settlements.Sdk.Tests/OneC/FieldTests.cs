using NodaTime;
using Settlements.Balances;

namespace Settlements.Tests.OneC;

/// <summary>Services that were there before this library, read without a change to them.</summary>
public sealed class FieldTests
{
    [Fact]
    public async Task Reads_a_service_with_keys_of_its_own()
    {
        const string Body = """
            {"Контрагент":{"Ссылка":"6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b","Наименование":"ООО Ромашка"},
             "Расчеты":{"Долг":"1 250 000,5","ПросроченныйДолг":[{"Сумма":"100"}],"Валюта":"643"},
             "Договор":{"ДопустимаяСуммаЗадолженности":5000000,"КонтролироватьСуммуЗадолженности":"Нет"},
             "Документы":[{"Заказ":{"Номер":"A-17"},"Сумма":"5","Остаток":"2,5","ДатаПлатежа":"20261101000000"}]}
            """;

        var balance = await OneCHost.ReadAsync(
            Body,
            options =>
            {
                options.Fields.Counterparty = ["Контрагент.Ссылка"];
                options.Fields.Debt = ["Долг", "Расчеты.Долг"];
                options.Fields.Overdue = ["Расчеты.ПросроченныйДолг.Сумма"];
                options.Fields.Currency = ["Расчеты.Валюта"];
                options.Fields.Limit = ["Договор.ДопустимаяСуммаЗадолженности"];
                options.Fields.LimitEnforced = ["Договор.КонтролироватьСуммуЗадолженности"];
                options.Fields.Documents = ["Документы"];
                options.Fields.DocumentOrderId = ["Заказ.Номер"];
                options.Fields.DocumentAmount = ["Сумма"];
                options.Fields.DocumentOutstanding = ["Остаток"];
                options.Fields.DocumentDueDate = ["ДатаПлатежа"];
            }
        );

        balance.Debt.Should().Be(Money.Rub(1250000.5m));
        balance.Overdue.Should().Be(Money.Rub(100m));
        balance.Limit.Should().Be(new CreditLimit(Money.Rub(5000000m), IsEnforced: false));
        balance
            .Documents!.Single()
            .Should()
            .Be(
                new OpenDocument
                {
                    OrderId = "A-17",
                    Amount = Money.Rub(5m),
                    Outstanding = Money.Rub(2.5m),
                    DueDate = new LocalDate(2026, 11, 1),
                }
            );
    }

    [Theory]
    [InlineData("""{"a":1,"b":2}""")]
    [InlineData("""{"a":1,"b":null}""")]
    [InlineData("""{"a":1,"data":{"b":1}}""")]
    [InlineData("""{"b":1,"c":{"d":1}}""")]
    public async Task Two_keys_of_one_value_are_refused(string body)
    {
        var error = await OneCHost.RefuseAsync(body, configure: options => options.Fields.Debt = ["a", "b", "c.d"]);

        error.Error.Should().Be(SettlementsError.InvalidResponse);
        error.Message.Should().Contain("second time");
    }

    [Theory]
    [InlineData("""{"documents":[{"x":1,"y":1}]}""", "documents[0].y")]
    [InlineData("""{"documents":[{},{"x":1,"z":{"q":1}}]}""", "documents[1].z.q")]
    public async Task Also_in_a_row(string body, string field)
    {
        var error = await OneCHost.RefuseAsync(body, configure: options => options.Fields.DocumentOutstanding = ["x", "y", "z.q"]);

        error.Message.Should().StartWith(field + ": ");
    }

    [Theory]
    [InlineData("""{"debt":5}""", null)]
    [InlineData("""{"Debt":5}""", null)]
    [InlineData("""{"Долг":5}""", 5)]
    [InlineData("""{"data":{"Долг":5}}""", 5)]
    [InlineData("""{"ДОЛГ":5}""", null)]
    public async Task Keys_are_compared_letter_for_letter_and_replace_the_defaults(string body, int? expected)
    {
        var balance = await OneCHost.ReadAsync(body[..^1] + ",\"advance\":0}", options => options.Fields.Debt = ["data.Долг"]);

        balance.Debt.Should().Be(expected is { } amount ? Money.Rub(amount) : null);
    }

    [Fact]
    public async Task A_mapped_key_goes_before_what_it_would_mean_otherwise()
    {
        var balance = await OneCHost.ReadAsync(
            """{"result":5,"data":[{"outstanding":1},{"outstanding":2}],"error":"no"}""",
            options =>
            {
                options.Fields.Debt = ["result"];
                options.Fields.Documents = ["data"];
                options.Fields.Blocked = ["error"];
            }
        );

        balance.Debt.Should().Be(Money.Rub(5m));
        balance.Documents.Should().HaveCount(2);
        balance.IsBlocked.Should().BeFalse();
    }

    [Fact]
    public async Task More_keys_than_bits_are_told_apart()
    {
        var keys = Enumerable.Range(0, 100).Select(n => $"k{n}").ToArray();

        (await OneCHost.ReadAsync("""{"k99":7}""", options => options.Fields.Debt = keys)).Debt.Should().Be(Money.Rub(7m));
        (await OneCHost.RefuseAsync("""{"k99":7,"k99":7}""", configure: options => options.Fields.Debt = keys))
            .Message.Should()
            .Contain("k99");
    }
}
