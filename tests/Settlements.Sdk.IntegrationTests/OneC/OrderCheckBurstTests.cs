using NodaTime;
using Settlements.Credit;
using Settlements.Testing;

namespace Settlements.IntegrationTests.OneC;

/// <summary>Many orders of one customer at one moment, against a server that counts what reaches it.</summary>
public sealed class OrderCheckBurstTests : OneCClientTest
{
    [Fact]
    public async Task A_thousand_checks_at_one_moment_ask_the_server_twice_and_fill_the_limit_exactly()
    {
        Server.UpdateBalance(Romashka, balance => balance with { Advance = 0m, CreditLimit = 500_000m, CreditLimitEnforced = true });
        var gate = new OneCGate();
        Server.Faults.Always(OneCFault.Delay(gate));
        var check = new OrderCheck(Client(), new InMemoryCreditHoldStore(Clock), new OrderCheckOptions(), Clock);

        var checks = Enumerable
            .Range(1, 1000)
            .Select(number =>
                check.CheckAsync(
                    new OrderToCheck($"A-{number}", Romashka, Money.Rub(1000m), new LocalDate(2026, 11, 21)),
                    CancellationToken.None
                )
            )
            .ToList();
        await gate.WaitForArrivalsAsync();
        gate.Open();
        var results = await Task.WhenAll(checks);

        Server.Requests.Count.Should().Be(2);
        Server.Requests.HighWaterMark.Should().Be(1);
        // 500 000.00 - 125 000.50 leaves room for 374 orders of 1 000.00.
        results.Count(result => result.Decision.Verdict != CreditVerdict.Block).Should().Be(374);
    }
}
