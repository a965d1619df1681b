using NodaTime;
using Settlements.Balances;
using Settlements.Credit;
using Settlements.Terms;
using Settlements.Testing;
using static Settlements.Tests.Credit.ScriptedBalances;

namespace Settlements.Tests.Credit;

public sealed class OrderCheckTests
{
    private readonly ManualTimeProvider _time = new(CreditCase.Now.ToDateTimeOffset());
    private readonly InMemoryCreditHoldStore _holds;

    public OrderCheckTests() => _holds = new InMemoryCreditHoldStore(_time);

    [Fact]
    public async Task Holds_the_credit_of_an_order_that_may_pass()
    {
        var result = await Check(Balance()).CheckAsync(Order("A-1", 400m));

        result.Decision.Verdict.Should().Be(CreditVerdict.Allow);
        result.Hold!.Amount.Should().Be(Money.Rub(400m));
        result.Hold.ExpiresAt.Should().Be(CreditCase.Now + Duration.FromMinutes(30));
        (await Counting()).Should().Equal(result.Hold);
    }

    [Fact]
    public async Task A_second_order_sees_what_the_first_one_holds()
    {
        var check = Check(Balance());
        await check.CheckAsync(Order("A-1", 800m));

        var second = await check.CheckAsync(Order("A-2", 300m));

        second.Decision.Findings.Should().Equal(new LimitExceededFinding(CreditSeverity.Block, Money.Rub(1_000m), Money.Rub(1_100m)));
        second.Hold.Should().BeNull();
    }

    [Fact]
    public async Task Checking_an_order_again_changes_its_hold_and_never_counts_it_twice()
    {
        var check = Check(Balance());
        await check.CheckAsync(Order("A-1", 800m));

        var again = await check.CheckAsync(Order("A-1", 900m));

        again.Decision.Verdict.Should().Be(CreditVerdict.Warn, "nine tenths of the limit are used");
        again.Decision.Exposure.Holds.Should().Be(Money.Rub(0m));
        (await Counting()).Should().ContainSingle().Which.Amount.Should().Be(Money.Rub(900m));
    }

    [Fact]
    public async Task An_order_changed_to_prepayment_gives_its_credit_back()
    {
        var check = Check(Balance());
        await check.CheckAsync(Order("A-1", 800m));

        await check.CheckAsync(Order("A-1", 800m, PaymentTerms.Prepay()));

        (await check.CheckAsync(Order("A-2", 800m))).Decision.Verdict.Should().Be(CreditVerdict.Allow);
    }

    [Fact]
    public async Task A_prepaid_order_holds_nothing()
    {
        var result = await Check(Balance()).CheckAsync(Order("A-1", 5_000m, PaymentTerms.Prepay()));

        result.Decision.Verdict.Should().Be(CreditVerdict.Allow);
        result.Hold.Should().BeNull();
        (await Counting()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_hold_that_is_not_confirmed_ends_after_its_lifetime_and_a_confirmed_one_stays()
    {
        var check = Check(Balance());
        await check.CheckAsync(Order("A-1", 400m));
        await check.CheckAsync(Order("A-2", 400m));
        (await _holds.ConfirmAsync(CreditCase.Customer, "A-2", default)).Should().BeTrue();

        _time.Advance(TimeSpan.FromMinutes(30));

        (await Counting()).Should().ContainSingle().Which.OrderId.Should().Be("A-2");
        (await _holds.ConfirmAsync(CreditCase.Customer, "A-1", default)).Should().BeFalse("it has expired and must be checked again");
        (await _holds.ExpireAsync(Duration.FromDays(1), default)).Should().Be(1);
    }

    [Fact]
    public async Task Credit_is_given_back_exactly_once()
    {
        await Check(Balance()).CheckAsync(Order("A-1", 400m));

        var released = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => Task.Run(() => _holds.ReleaseAsync(CreditCase.Customer, "A-1", default)))
        );

        released.Count(once => once).Should().Be(1);
    }

    [Fact]
    public async Task A_hold_is_handed_over_to_the_document_of_its_order_in_the_same_decision()
    {
        await Check(Balance()).CheckAsync(Order("A-1", 400m));
        await _holds.ConfirmAsync(CreditCase.Customer, "A-1", default);
        _time.Advance(TimeSpan.FromMinutes(5));
        var booked = Balance(debt: 400m, documents: [CreditCase.Document(400m, null, "A-1")]);

        var next = await Check(booked).CheckAsync(Order("A-2", 100m));

        next.Decision.Exposure.Total.Should().Be(Money.Rub(500m));
        _time.Advance(TimeSpan.FromMinutes(5));
        (await _holds.ListAsync(CreditCase.Customer, Now(), default)).Select(hold => hold.OrderId).Should().Equal("A-2");
        (await _holds.ReleaseAsync(CreditCase.Customer, "A-1", default)).Should().BeFalse("the document counts now");
    }

    [Fact]
    public async Task A_check_whose_balance_is_older_than_the_hand_over_still_counts_the_hold()
    {
        await Check(Balance(limit: 500m)).CheckAsync(Order("A-1", 400m));
        var answer = new TaskCompletionSource<CounterpartyBalance>();
        var slow = Check(new ScriptedBalances(_ => answer.Task)).CheckAsync(Order("A-2", 200m));
        _time.Advance(TimeSpan.FromSeconds(1));
        await Check(Balance(debt: 400m, limit: 500m, documents: [CreditCase.Document(400m, null, "A-1")])).CheckAsync(Order("A-3", 1m));

        // The slow answer was computed before the document was written.
        answer.SetResult(Balance(limit: 500m));

        (await slow).Decision.Verdict.Should().Be(CreditVerdict.Block);
    }

    [Fact]
    public async Task A_silent_source_blocks_with_its_error()
    {
        var result = await Check(new ScriptedBalances(_ => throw new SilentSourceException())).CheckAsync(Order("A-1", 1m));

        result.Decision.Codes().Should().Equal(CreditFindingCode.BalanceUnavailable);
        result.BalanceError.Should().BeOfType<SilentSourceException>();
        result.Hold.Should().BeNull();
    }

    [Fact]
    public async Task A_policy_may_let_orders_pass_a_silent_source_and_they_hold_their_credit()
    {
        var check = Check(
            new ScriptedBalances(_ => throw new SilentSourceException()),
            CreditPolicy.Default with
            {
                OnBalanceUnavailable = CreditSeverity.Warn,
            }
        );

        var result = await check.CheckAsync(Order("A-1", 700m));

        result.Decision.Verdict.Should().Be(CreditVerdict.Warn);
        (await Check(Balance()).CheckAsync(Order("A-2", 700m))).Decision.Verdict.Should().Be(CreditVerdict.Block);
    }

    [Fact]
    public async Task A_defect_in_a_source_is_not_taken_for_silence() =>
        await FluentActions
            .Awaiting(() => Check(new ScriptedBalances(_ => throw new NotSupportedException())).CheckAsync(Order("A-1", 1m)))
            .Should()
            .ThrowAsync<NotSupportedException>();

    [Fact]
    public async Task An_override_lets_its_sum_pass_above_the_limit_and_no_more()
    {
        var overrides = new FixedOverride(new CreditOverride(Money.Rub(300m), CreditCase.Today, "new contract", "I. Petrova"));
        var check = new OrderCheck(
            new ScriptedBalances(_ => Task.FromResult(Balance(debt: 1_200m))),
            _holds,
            new(),
            _time,
            overrides: overrides
        );

        var first = await check.CheckAsync(Order("A-1", 200m));
        var second = await check.CheckAsync(Order("A-2", 100m));
        var third = await check.CheckAsync(Order("A-3", 1m));

        first.Decision.Verdict.Should().Be(CreditVerdict.Warn);
        second.Decision.Verdict.Should().Be(CreditVerdict.Warn);
        third.Decision.Verdict.Should().Be(CreditVerdict.Block, "the override's sum is spent");
        third.Hold.Should().BeNull();
    }

    [Fact]
    public async Task Amounts_in_other_currencies_are_converted_by_the_hosts_rates()
    {
        var check = new OrderCheck(
            new ScriptedBalances(_ => Task.FromResult(Balance(limit: 1_000m))),
            _holds,
            new(),
            _time,
            new FixedRate(Currency.Usd, 90m)
        );

        var first = await check.CheckAsync(new OrderToCheck("A-1", CreditCase.Customer, new Money(10m, Currency.Usd), CreditCase.Today));
        var second = await check.CheckAsync(new OrderToCheck("A-2", CreditCase.Customer, new Money(10m, Currency.Eur), CreditCase.Today));

        first.Hold!.Amount.Should().Be(Money.Rub(900m));
        second.Decision.Codes().Should().Contain(CreditFindingCode.CurrencyMismatch);
    }

    [Fact]
    public async Task Of_two_hundred_orders_at_one_moment_exactly_those_pass_that_fit()
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            var random = new Random(seed);
            var store = new InMemoryCreditHoldStore(_time);
            var source = new ScriptedBalances(async token =>
            {
                await Task.Yield();
                return Balance(debt: 300m, limit: 1_000m);
            });
            var check = new OrderCheck(source, store, new(), _time);
            var orders = Enumerable.Range(0, 200).OrderBy(_ => random.Next()).Select(number => Order($"A-{number}", 100m));

            var results = await Task.WhenAll(orders.Select(order => Task.Run(() => check.CheckAsync(order))));

            results.Count(result => result.Decision.Verdict != CreditVerdict.Block).Should().Be(7, $"seed {seed}");
            results.Count(result => result.Hold is not null).Should().Be(7, $"seed {seed}");
            source.MostAtOnce.Should().Be(1, $"seed {seed}");
        }
    }

    [Fact]
    public async Task A_thousand_checks_at_one_moment_share_two_calls()
    {
        var first = new TaskCompletionSource();
        var source = new ScriptedBalances(async _ =>
        {
            await first.Task;
            return Balance(limit: 1_000_000m);
        });
        var check = Check(source);

        var results = Enumerable.Range(0, 1_000).Select(number => check.CheckAsync(Order($"A-{number}", 1m))).ToList();
        first.SetResult();
        await Task.WhenAll(results);

        source.Calls.Should().Be(2);
        source.MostAtOnce.Should().Be(1);
    }

    [Fact]
    public async Task A_check_never_takes_an_answer_to_a_question_older_than_its_own()
    {
        var answers = new Queue<TaskCompletionSource<CounterpartyBalance>>([new(), new()]);
        var (old, fresh) = (answers.First(), answers.Last());
        var check = Check(new ScriptedBalances(_ => answers.Dequeue().Task));
        var early = check.CheckAsync(Order("A-1", 1m));
        var late = check.CheckAsync(Order("A-2", 1m));

        old.SetResult(Balance(debt: 1m));
        (await early).Decision.Reading!.Balance.Debt.Should().Be(Money.Rub(1m));
        fresh.SetResult(Balance(debt: 2m));

        (await late).Decision.Reading!.Balance.Debt.Should().Be(Money.Rub(2m));
    }

    [Fact]
    public async Task One_caller_that_gives_up_does_not_take_the_answer_from_the_others()
    {
        var answer = new TaskCompletionSource<CounterpartyBalance>();
        var wasCancelled = new TaskCompletionSource();
        var source = new ScriptedBalances(token =>
        {
            token.Register(wasCancelled.SetResult);
            return answer.Task.WaitAsync(token);
        });
        var check = Check(source);
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var running = check.CheckAsync(Order("A-1", 1m), first.Token);
        var waiting = check.CheckAsync(Order("A-2", 1m), second.Token);

        await first.CancelAsync();

        await FluentActions.Awaiting(() => running).Should().ThrowAsync<OperationCanceledException>();
        await wasCancelled.Task;
        answer.SetResult(Balance());
        (await waiting).Decision.Verdict.Should().Be(CreditVerdict.Allow);
    }

    [Theory]
    [InlineData(-15, false)]
    [InlineData(-16, true)]
    [InlineData(15, false)]
    [InlineData(16, true)]
    [InlineData(2000 * 365 * 24 * 60, true)]
    public async Task Figures_of_the_future_are_as_doubtful_as_those_of_so_long_ago(int minutesAhead, bool isStale)
    {
        var balance = Balance(asOf: CreditCase.Now + Duration.FromMinutes(minutesAhead));
        var check = Check(
            new ScriptedBalances(_ => Task.FromResult(balance)),
            CreditPolicy.Default with
            {
                MaxAge = Duration.FromMinutes(15),
            }
        );

        var result = await check.CheckAsync(Order("A-1", 1m));

        result.Decision.Codes().Contains(CreditFindingCode.BalanceStale).Should().Be(isStale);
    }

    [Fact]
    public void A_wrong_option_names_itself_its_value_and_the_fix() =>
        FluentActions
            .Invoking(() =>
                new OrderCheck(
                    new ScriptedBalances(_ => Task.FromResult(Balance())),
                    _holds,
                    new() { HoldLifetime = Duration.FromDays(2) },
                    _time
                )
            )
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("OrderCheckOptions.HoldLifetime is 2880 minutes; it must be above zero and at most one day.*");

    private static OrderToCheck Order(string id, decimal total, PaymentTerms? terms = null) =>
        new(id, CreditCase.Customer, Money.Rub(total), CreditCase.Today, terms);

    private OrderCheck Check(CounterpartyBalance balance) => Check(new ScriptedBalances(_ => Task.FromResult(balance)));

    private OrderCheck Check(IBalanceSource source, CreditPolicy? policy = null) =>
        new(source, _holds, new() { Policy = policy ?? CreditPolicy.Default }, _time);

    private Instant Now() => Instant.FromDateTimeOffset(_time.GetUtcNow());

    private Task<IReadOnlyList<CreditHold>> Counting() => _holds.ListAsync(CreditCase.Customer, Now(), default);

    private sealed class FixedOverride(CreditOverride given) : ICreditOverrides
    {
        public Task<CreditOverride?> FindAsync(OrderToCheck order, CancellationToken cancellationToken) =>
            Task.FromResult<CreditOverride?>(given);
    }

    private sealed class FixedRate(Currency known, decimal rate) : IExchangeRates
    {
        public Task<decimal?> GetRateAsync(Currency from, Currency to, LocalDate date, CancellationToken cancellationToken) =>
            Task.FromResult<decimal?>(from == known ? rate : null);
    }
}
