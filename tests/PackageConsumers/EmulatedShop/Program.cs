using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Settlements;
using Settlements.Credit;
using Settlements.Testing;

// What the tests of a shop do with the packages: an emulated 1C server, a fault, a check.
await using var server = await OneCEmulator.StartAsync();
var customer = CounterpartyId.Parse("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b");
server.SetBalance(
    customer,
    new EmulatedBalance
    {
        Debt = 125_000m,
        OverdueDebt = 0m,
        CreditLimit = 500_000m,
    }
);

var services = new ServiceCollection();
services.AddSettlements().AddOrderCheck().AddOneC(options => options.BaseUrl = server.BaseUrl);
await using var provider = services.BuildServiceProvider();
var check = provider.GetRequiredService<OrderCheck>();
var order = new OrderToCheck("A-1", customer, Money.Rub(1_000m), new LocalDate(2026, 11, 21));

var allowed = await check.CheckAsync(order);
server.Faults.Always(OneCFault.LoginPage());
var blocked = await check.CheckAsync(order);
Console.WriteLine(allowed.ToJson());
Console.WriteLine(blocked.ToJson());

return
    (allowed.Decision.Verdict, blocked.Decision.Verdict, blocked.BalanceError?.Error)
    == (CreditVerdict.Allow, CreditVerdict.Block, SettlementsError.InvalidResponse)
    ? 0
    : 1;
