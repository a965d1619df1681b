using Settlements.BillManager;
using Settlements.Payments;

namespace Settlements.Tests.Payments;

public sealed class AccountReadingTests
{
    private static readonly AccountReading Reading = new(
        [
            new BillManagerAccount { Id = 7, Name = "Ромашка" },
            new BillManagerAccount { Id = 8, Name = "Двойник" },
            new BillManagerAccount { Id = 9, Name = "Двойник" },
        ],
        [new BillManagerProvider { Id = 21, Name = "Хостинг" }],
        [
            new BillManagerCurrency { Id = 126, IsoCode = "RUB" },
            new BillManagerCurrency
            {
                Id = 153,
                IsoCode = "USD",
                Symbol = "$",
            },
        ]
    );

    [Fact]
    public void Takes_ids_as_they_are()
    {
        var account = Read(
            new BillManagerSubaccount
            {
                Id = 1,
                AccountId = 7,
                ProviderId = 21,
                CurrencyId = 126,
            }
        );

        account!.ClientId.Should().Be(7);
        account.ClientName.Should().Be("Ромашка");
        account.ProviderId.Should().Be(21);
        account.Currency.Should().Be(Currency.Rub);
    }

    [Fact]
    public void Turns_names_and_symbols_into_ids()
    {
        var account = Read(
            new BillManagerSubaccount
            {
                Id = 1,
                AccountName = "Ромашка",
                ProviderName = "Хостинг",
                Balance = new BillManagerAmount(5m, "$"),
            }
        );

        account!.ClientId.Should().Be(7);
        account.Currency.Code.Should().Be("USD");
    }

    [Theory]
    [InlineData("Двойник", null, "client, provider, currency")]
    [InlineData("Никто", 21L, "client, currency")]
    public void Says_what_the_panel_does_not_show(string client, long? provider, string missing)
    {
        var row = new BillManagerSubaccount
        {
            Id = 1,
            AccountName = client,
            ProviderId = provider,
        };

        Reading.Read(row, form: null, parent: null, out var said).Should().BeNull();
        said.Should().Be(missing);
    }

    [Fact]
    public void Takes_from_the_form_what_the_row_lacks()
    {
        var form = new BillManagerSubaccount
        {
            Id = 1,
            AccountId = 9,
            ProviderId = 21,
            CurrencyId = 126,
        };

        Reading.Read(new BillManagerSubaccount { Id = 1, AccountName = "Двойник" }, form, parent: null, out _)!.ClientId.Should().Be(9);
    }

    private static ClientAccount? Read(BillManagerSubaccount row) => Reading.Read(row, form: null, parent: null, out _);
}
