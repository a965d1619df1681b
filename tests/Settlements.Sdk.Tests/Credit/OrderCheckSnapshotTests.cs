using NodaTime;
using Settlements.Balances;
using Settlements.Credit;
using Settlements.Tests.Balances;
using static Settlements.Tests.Balances.ReaderCase;

namespace Settlements.Tests.Credit;

/// <summary>A checkout while 1C is silent and a stored balance may stand in.</summary>
public sealed class OrderCheckSnapshotTests : IDisposable
{
    private static readonly LocalDate Today = new(2026, 11, 21);

    private readonly ReaderCase _case = new();
    private readonly InMemoryCreditHoldStore _holds;

    public OrderCheckSnapshotTests() => _holds = new InMemoryCreditHoldStore(_case.Time);

    public void Dispose() => _case.Dispose();

    [Fact]
    public async Task By_default_no_stored_balance_stands_in()
    {
        await StoreAsync(Figures(0m));
        _case.IsSilent();

        var result = await Check(maxSnapshotAge: null).CheckAsync(Order("A-1", 1m));

        result.Decision.Codes().Should().Equal(CreditFindingCode.BalanceUnavailable);
    }

    [Fact]
    public async Task A_stored_balance_is_decided_from_with_its_origin_its_age_and_the_sources_error()
    {
        await StoreAsync(Figures(100m));
        _case.Advance(600);
        _case.IsSilent();

        var result = await Check().CheckAsync(Order("A-1", 400m));

        result.Decision.Verdict.Should().Be(CreditVerdict.Allow);
        result.Decision.Reading.Should().Match<BalanceReading>(r => r.Origin == BalanceOrigin.Snapshot && r.ReadAt == Start);
        result.Decision.Reading!.Age.Should().Be(Duration.FromMinutes(10));
        result.Decision.Reading.SourceError.Should().BeOfType<SilentSourceException>();
        result.BalanceError.Should().BeOfType<SilentSourceException>();
        result.Hold!.Amount.Should().Be(Money.Rub(400m));
        result.ToJson().Should().Contain("\"origin\":\"snapshot\"").And.Contain("\"kind\":\"unavailable\"");
    }

    [Theory]
    [InlineData(3600, CreditVerdict.Allow)]
    [InlineData(3600.001, CreditVerdict.Block)]
    public async Task Only_while_it_is_young_enough(double seconds, CreditVerdict expected)
    {
        await StoreAsync(Figures(0m));
        _case.Advance(seconds);
        _case.IsSilent();

        (await Check().CheckAsync(Order("A-1", 1m))).Decision.Verdict.Should().Be(expected);
    }

    [Fact]
    public async Task The_policy_judges_its_age()
    {
        await StoreAsync(Figures(0m));
        _case.Advance(601);
        _case.IsSilent();
        var policy = CreditPolicy.Default with { MaxAge = Duration.FromMinutes(10) };

        (await Check(policy: policy).CheckAsync(Order("A-1", 1m))).Decision.Codes().Should().Equal(CreditFindingCode.BalanceStale);
    }

    [Fact]
    public async Task Its_limit_holds_for_all_orders_together_and_for_those_after_the_outage()
    {
        await StoreAsync(Figures(0m));
        _case.IsSilent();
        var check = Check();
        await check.CheckAsync(Order("A-1", 800m));

        (await check.CheckAsync(Order("A-2", 300m))).Decision.Verdict.Should().Be(CreditVerdict.Block);
        _case.Source.Answer = _ => Figures(0m);
        (await check.CheckAsync(Order("A-3", 300m))).Decision.Verdict.Should().Be(CreditVerdict.Block);
    }

    [Fact]
    public async Task A_hold_that_was_settled_after_it_was_read_still_counts()
    {
        await StoreAsync(Figures(0m));
        _case.Store.Before = step => step == "save" ? throw new IOException("the store is being backed up") : Task.CompletedTask;
        var check = Check();
        _case.Source.Answer = _ => Figures(0m);
        await check.CheckAsync(Order("A-1", 800m));
        await _holds.ConfirmAsync(Customer, "A-1", default);
        _case.Advance(60);
        _case.Source.Answer = _ =>
            Figures(
                800m,
                new OpenDocument
                {
                    OrderId = "A-1",
                    Outstanding = Money.Rub(800m),
                    DueDate = Today,
                }
            );
        await check.CheckAsync(Order("A-2", 1m));
        (await _holds.ConfirmAsync(Customer, "A-1", default)).Should().BeFalse("it has been settled");
        _case.Advance(60);
        _case.IsSilent();

        var result = await check.CheckAsync(Order("A-3", 300m));

        result.Decision.Reading!.Balance.Debt.Should().Be(Money.Rub(0m), "the store has the figures from before A-1");
        result.Decision.Exposure.Holds.Should().Be(Money.Rub(801m));
        result.Decision.Verdict.Should().Be(CreditVerdict.Block);
    }

    [Fact]
    public async Task An_order_whose_document_is_in_it_is_not_counted_twice()
    {
        await StoreAsync(
            Figures(
                800m,
                new OpenDocument
                {
                    OrderId = "A-1",
                    Outstanding = Money.Rub(800m),
                    DueDate = Today,
                }
            )
        );
        await HoldAsync("A-1", 800m);
        _case.IsSilent();

        (await Check().CheckAsync(Order("A-2", 100m))).Decision.Exposure.Total.Should().Be(Money.Rub(900m));
    }

    [Fact]
    public async Task Without_a_list_of_documents_it_is_not_used()
    {
        await StoreAsync(Figures(0m) with { Documents = null });
        _case.IsSilent();

        (await Check().CheckAsync(Order("A-1", 1m))).Decision.Codes().Should().Equal(CreditFindingCode.BalanceUnavailable);
    }

    [Fact]
    public async Task A_store_that_fails_is_no_silence_and_passes_through()
    {
        _case.Store.Before = _ => throw new IOException("no database");
        _case.IsSilent();

        await FluentActions.Awaiting(() => Check().CheckAsync(Order("A-1", 1m))).Should().ThrowAsync<IOException>();
    }

    [Fact]
    public async Task What_a_check_read_is_what_the_next_page_shows_and_what_stands_in_later()
    {
        var reader = _case.Reader(stored: true);
        var check = new OrderCheck(reader, _holds, new() { MaxSnapshotAge = Duration.FromHours(1) }, _case.Time);
        _case.Source.Answer = _ => Figures(7m);
        await check.CheckAsync(Order("A-1", 1m));
        _case.IsSilent();

        (await reader.GetAsync(Customer, Freshness.Cached)).Balance.Debt.Should().Be(Money.Rub(7m));
        (await check.CheckAsync(Order("A-2", 1m))).Decision.Reading!.Balance.Debt.Should().Be(Money.Rub(7m));
    }

    [Fact]
    public async Task A_check_and_a_page_go_through_one_line_of_calls()
    {
        var reader = _case.Reader(cached: false);
        var check = new OrderCheck(reader, _holds, new(), _case.Time);
        var page = reader.GetAsync(Customer, Freshness.Cached).AsTask();
        var first = await _case.Source.NextCallAsync();
        var checks = Enumerable.Range(0, 50).Select(number => check.CheckAsync(Order($"A-{number}", 1m))).ToList();

        _case.Source.Calls.Should().Be(1, "one runs and one waits");
        first.SetResult(Figures(1m));
        (await _case.Source.NextCallAsync()).SetResult(Figures(2m));

        (await page).Balance.Debt.Should().Be(Money.Rub(1m));
        (await Task.WhenAll(checks)).Should().OnlyContain(result => result.Decision.Reading!.Balance.Debt == Money.Rub(2m));
        _case.Source.Calls.Should().Be(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_check_that_has_no_store_cannot_be_told_to_use_one(bool overReader)
    {
        var options = new OrderCheckOptions { MaxSnapshotAge = Duration.FromHours(1) };

        FluentActions
            .Invoking(() =>
                overReader
                    ? new OrderCheck(_case.Reader(), _holds, options, _case.Time)
                    : new OrderCheck(_case.Source, _holds, options, _case.Time)
            )
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("OrderCheckOptions.MaxSnapshotAge is set, and there are no snapshots*");
    }

    [Fact]
    public void No_time_at_all_is_no_age() =>
        FluentActions
            .Invoking(() => Check(Duration.Zero))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("OrderCheckOptions.MaxSnapshotAge is 0 minutes; it must be above zero, or null*");

    private static CounterpartyBalance Figures(decimal debt, params OpenDocument[] documents) =>
        new(Customer, Currency.Rub, Start)
        {
            Debt = Money.Rub(debt),
            Advance = Money.Rub(0m),
            Overdue = Money.Rub(0m),
            Limit = new CreditLimit(Money.Rub(1_000m)),
            Documents = documents,
        };

    private static OrderToCheck Order(string id, decimal total) => new(id, Customer, Money.Rub(total), Today);

    private Task<bool> StoreAsync(CounterpartyBalance balance) => _case.Store.SaveAsync(new StoredBalance(balance, _case.Now), default);

    private Task<CreditHold?> HoldAsync(string order, decimal amount) =>
        _holds.PlaceAsync(
            new CreditHoldRequest
            {
                Counterparty = Customer,
                OrderId = order,
                Amount = Money.Rub(amount),
                Lifetime = Duration.FromMinutes(30),
            },
            default
        );

    private OrderCheck Check(CreditPolicy? policy = null) => Check(Duration.FromHours(1), policy);

    private OrderCheck Check(Duration? maxSnapshotAge, CreditPolicy? policy = null) =>
        new(
            _case.Reader(stored: true),
            _holds,
            new() { MaxSnapshotAge = maxSnapshotAge, Policy = (policy ?? CreditPolicy.Default) with { WarnAtUtilization = null } },
            _case.Time
        );
}
