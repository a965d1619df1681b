using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Settlements;
using Settlements.Balances;
using Settlements.Credit;
using Settlements.OneC;
using Settlements.Terms;

// What a shop does with the packages, over a real socket, in a program that was trimmed whole: configuration, a balance, two decisions and their words.
const string Customer = "6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b";
using var server = new OneBalanceServer(
    $$"""
    {
      "counterparty_id": "{{Customer}}", "currency": "643", "debt": 125000.00, "advance": 0, "overdue_debt": 0,
      "credit_limit": "500 000,00", "credit_limit_enforced": true, "blocked": false, "updated_at": "2026-11-21T09:00:00Z"
    }
    """
);

var configuration = new ConfigurationBuilder()
    .AddInMemoryCollection([new("BaseUrl", server.Start()), new("Key", "not-to-be-shown"), new("DefaultCurrency", "810")])
    .Build();
var services = new ServiceCollection();
services.AddSettlements().AddOrderCheck().AddOneC(configuration);
await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
var check = provider.GetRequiredService<OrderCheck>();

var small = await check.CheckAsync(Order("A-1", Money.Rub(12_500m)));
var large = await check.CheckAsync(Order("A-2", Money.Rub(362_500.01m)));
var words = large.Decision.Describe(CultureInfo.GetCultureInfo("ru-RU"));
var due = PaymentTerms
    .Deferred(40)
    .Schedule(Money.Rub(1m), TermsDates.OrderedOn(new LocalDate(2026, 11, 21)), ProductionCalendar.Russia)
    .FinalDue;

// A file of the same figures, in the encoding of older exports, into a store: a CSV parser that was trimmed, and the code page.
var kept = new InMemoryBalanceStore(TimeProvider.System);
var csv = CodePagesEncodingProvider
    .Instance.GetEncoding(1251)!
    .GetBytes($"counterparty_id;Имя;debt\r\n{Customer};\"ООО \"\"Ромашка; и Ко\"\"\";125 000,00\r\n");
var imported = await new BalanceImporter(kept).ImportAsync(
    new BalanceImportRequest(Instant.FromUtc(2026, 11, 21, 9, 0)),
    [new OneCBalanceFile(new MemoryStream(csv))]
);
var fromFile = await kept.FindAsync(CounterpartyId.Parse(Customer), CancellationToken.None);
Console.WriteLine(server.LastRequest?.Replace("not-to-be-shown", "***"));
Console.WriteLine(small.ToJson());
Console.WriteLine(words);

Expect(small.Decision.Verdict == CreditVerdict.Allow, "12 500 of 375 000 available passes");
Expect(small.Hold is { } hold && hold.Amount == Money.Rub(12_500m), "it is held");
Expect(large.Decision.Verdict == CreditVerdict.Block, "one kopeck more than what is left does not pass");
Expect(large.Decision.Available == Money.Rub(-0.01m), "it is one kopeck too much");
Expect(words.Contains("лимит", StringComparison.OrdinalIgnoreCase), "the reason is said in Russian");
Expect(
    server.LastRequest == $"GET /ut/hs/balance/get?counterparty_id={Customer}&key=not-to-be-shown HTTP/1.1",
    "1C was asked as it expects"
);
Expect(imported.IsCommitted && fromFile?.Balance.Debt == Money.Rub(125_000m), "a file is imported");
Expect(due == new LocalDate(2026, 12, 31), "the calendar came along");
return Environment.ExitCode;

static OrderToCheck Order(string id, Money total) => new(id, CounterpartyId.Parse(Customer), total, new LocalDate(2026, 11, 21));

static void Expect(bool holds, string what)
{
    Console.WriteLine($"{(holds ? "ok  " : "FAIL")} {what}");
    if (!holds)
        Environment.ExitCode = 1;
}
