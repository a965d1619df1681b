using NodaTime;
using Settlements.Credit;
using Settlements.Testing;

namespace Settlements.Tests.Credit;

public sealed class FlaggedOrderTests
{
    private readonly ManualTimeProvider _time = new(CreditCase.Now.ToDateTimeOffset());
    private readonly InMemoryCreditStatusStore _status = new();
    private readonly InMemoryCreditHoldStore _holds;
    private readonly OrderCheck _check;

    public FlaggedOrderTests()
    {
        _holds = new InMemoryCreditHoldStore(_time);
        var source = new ScriptedBalances(_ => Task.FromResult(ScriptedBalances.Balance()));
        _check = new OrderCheck(source, _holds, new OrderCheckOptions(), _time, status: _status);
    }

    [Fact]
    public async Task Blocks_the_order_of_a_flagged_counterparty_until_the_flag_is_lifted()
    {
        var flag = await _status.SetFlagAsync(CreditCase.Customer, "A-1", new LocalDate(2026, 11, 1), new LocalDate(2026, 11, 2), default);

        var flagged = await _check.CheckAsync(Order());
        await _status.LiftFlagAsync(flag, default);
        var lifted = await _check.CheckAsync(Order());

        flagged.Decision.Findings.Should().Equal(new CounterpartyBlockedFinding(CreditSeverity.Block));
        flagged.Hold.Should().BeNull();
        lifted.Decision.Verdict.Should().Be(CreditVerdict.Allow);
    }

    [Fact]
    public async Task Does_not_block_for_the_flag_of_another()
    {
        var other = new CounterpartyId(new Guid("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5c"));
        await _status.SetFlagAsync(other, "A-1", new LocalDate(2026, 11, 1), new LocalDate(2026, 11, 2), default);

        (await _check.CheckAsync(Order())).Decision.Verdict.Should().Be(CreditVerdict.Allow);
    }

    private static OrderToCheck Order() => new("O-1", CreditCase.Customer, Money.Rub(100m), CreditCase.Today);
}
