using NodaTime;
using Settlements.Credit;
using Settlements.Testing;
using static Settlements.Tests.Credit.ScriptedBalances;

namespace Settlements.Tests.Credit;

public sealed class OrderCheckLogTests : ICreditDecisionLog
{
    private readonly ManualTimeProvider _time = new(CreditCase.Now.ToDateTimeOffset());
    private readonly List<CreditDecisionEntry> _entries = [];
    private readonly InMemoryCreditHoldStore _holds;
    private bool _fails;

    public OrderCheckLogTests() => _holds = new InMemoryCreditHoldStore(_time);

    [Fact]
    public async Task Every_decision_is_kept_as_it_was_given()
    {
        var check = Check(new ScriptedBalances(_ => Task.FromResult(Balance(limit: 500m))));

        var allowed = await check.CheckAsync(Order("A-1", 400m));
        _time.Advance(TimeSpan.FromMinutes(1));
        var blocked = await check.CheckAsync(Order("A-2", 400m));

        _entries
            .Should()
            .Equal(
                new CreditDecisionEntry
                {
                    Counterparty = CreditCase.Customer,
                    OrderId = "A-1",
                    DecidedAt = CreditCase.Now,
                    Verdict = CreditVerdict.Allow,
                    Decision = allowed.ToJson(),
                },
                new CreditDecisionEntry
                {
                    Counterparty = CreditCase.Customer,
                    OrderId = "A-2",
                    DecidedAt = CreditCase.Now + Duration.FromMinutes(1),
                    Verdict = CreditVerdict.Block,
                    Decision = blocked.ToJson(),
                }
            );
    }

    [Fact]
    public async Task A_decision_that_cannot_be_kept_is_not_given_and_the_next_check_takes_its_hold_over()
    {
        var check = Check(new ScriptedBalances(_ => Task.FromResult(Balance(limit: 500m))));
        _fails = true;
        await FluentActions.Awaiting(() => check.CheckAsync(Order("A-1", 400m))).Should().ThrowAsync<IOException>();
        _fails = false;

        var again = await check.CheckAsync(Order("A-1", 450m));

        again.Hold!.Amount.Should().Be(Money.Rub(450m));
        (await _holds.ListAsync(CreditCase.Customer, null, default)).Should().ContainSingle();
        _entries.Should().ContainSingle();
    }

    [Fact]
    public async Task Why_there_was_no_balance_is_kept_too()
    {
        await Check(new ScriptedBalances(_ => throw new SilentSourceException())).CheckAsync(Order("A-1", 1m));

        _entries.Should().ContainSingle().Which.Decision.Should().Contain("\"error\":{\"kind\":\"unavailable\"");
    }

    Task ICreditDecisionLog.AppendAsync(CreditDecisionEntry entry, CancellationToken cancellationToken)
    {
        if (_fails)
            throw new IOException("no database");
        _entries.Add(entry);
        return Task.CompletedTask;
    }

    Task<CreditDecisionPage> ICreditDecisionLog.ListAsync(
        CounterpartyId? counterparty,
        string? after,
        int limit,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    private static OrderToCheck Order(string id, decimal total) => new(id, CreditCase.Customer, Money.Rub(total), CreditCase.Today);

    private OrderCheck Check(ScriptedBalances source) => new(source, _holds, new(), _time, log: this);
}
