using NodaTime;
using Settlements.Credit;

namespace Settlements.AcceptanceTests;

/// <content>The ceiling, and which holds count under it.</content>
public abstract partial class CreditHoldStoreSuite
{
    [Theory]
    [InlineData("30", true)]
    [InlineData("29.99", false)]
    [InlineData("-1", false)]
    public async Task Places_what_fits_under_the_ceiling_and_nothing_more(string ceiling, bool fits)
    {
        await PlaceAsync(Request("A-1", 20m));

        var placed = await Store.PlaceAsync(Request("A-2", 10m) with { Ceiling = Exactly.Money(ceiling, Currency.Rub) }, None);

        Promise.Equal(fits, placed is not null, $"20.00 held and 10.00 more {(fits ? "fit" : "do not fit")} under {ceiling}");
        Promise.Equal(fits ? 2 : 1, (await ListAsync()).Count, "a hold that does not fit is not kept");
    }

    [Fact]
    public async Task Places_nothing_under_a_negative_ceiling_not_even_zero()
    {
        Promise.Equal(
            null,
            await Store.PlaceAsync(Request("A-1", 0m) with { Ceiling = Money.Rub(-0.01m) }, None),
            "a hold of zero does not fit under a ceiling below zero"
        );
        Promise.Kept(
            await Store.PlaceAsync(Request("A-1", 0m) with { Ceiling = Money.Rub(0m) }, None) is not null,
            "a hold of zero fits under a ceiling of zero"
        );
    }

    [Fact]
    public async Task Changes_nothing_when_a_changed_hold_does_not_fit()
    {
        var before = await PlaceAsync(Request("A-1", 10m));
        Clock.Advance(Duration.FromMinutes(1));

        var changed = await Store.PlaceAsync(Request("A-1", 20m) with { Ceiling = Money.Rub(19.99m) }, None);

        Promise.Equal(null, changed, "an order's own hold does not count, but the new amount alone is over the ceiling");
        Promise.Equal([before], await ListAsync(), "a hold that does not fit leaves the earlier one as it was");
    }

    [Fact]
    public async Task Counts_only_holds_of_the_counterparty_that_count()
    {
        await PlaceAsync(Request("expired", 100m));
        Clock.Advance(Lifetime);
        await PlaceAsync(Request("released", 100m));
        await Store.ReleaseAsync(Company, "released", None);
        await PlaceAsync(Request("of another", 100m) with { Counterparty = Other });
        await PlaceAsync(Request("confirmed", 10m));
        await Store.ConfirmAsync(Company, "confirmed", None);

        Promise.Equal(
            null,
            await Store.PlaceAsync(Request("A-1", 10m) with { Ceiling = Money.Rub(19.99m) }, None),
            "a confirmed hold counts under the ceiling"
        );
        Promise.Kept(
            await Store.PlaceAsync(Request("A-1", 10m) with { Ceiling = Money.Rub(20m) }, None) is not null,
            "expired and released holds and those of others do not count under the ceiling"
        );
    }

    [Fact]
    public async Task Does_not_count_orders_that_the_balance_has_booked()
    {
        await PlaceAsync(Request("booked", 100m));
        await PlaceAsync(Request("Booked", 5m));
        var request = Request("A-1", 10m) with { BookedOrders = Orders("booked", "never seen") };

        Promise.Equal(
            null,
            await Store.PlaceAsync(request with { Ceiling = Money.Rub(14.99m) }, None),
            "orders that the balance has booked are compared letter for letter"
        );
        Promise.Kept(
            await Store.PlaceAsync(request with { Ceiling = Money.Rub(15m) }, None) is not null,
            "the hold of an order that the balance counts already does not count again"
        );
    }

    [Fact]
    public async Task Fits_no_hold_beside_one_in_another_currency()
    {
        await PlaceAsync(Request("A-1") with { Amount = new Money(0.01m, Currency.Usd) });

        Promise.Equal(
            null,
            await Store.PlaceAsync(Request("A-2") with { Ceiling = Money.Rub(1_000_000m) }, None),
            "holds in another currency than the ceiling do not fit: they cannot be added"
        );
        Promise.Kept(await Store.PlaceAsync(Request("A-2"), None) is not null, "without a ceiling currencies do not matter");
    }

    [Fact]
    public async Task Fits_no_hold_whose_sum_is_beyond_what_a_decimal_holds()
    {
        await PlaceAsync(Request("A-1", decimal.MaxValue));

        Promise.Equal(
            null,
            await Store.PlaceAsync(Request("A-2", decimal.MaxValue) with { Ceiling = Money.Rub(decimal.MaxValue) }, None),
            "a sum beyond 7.9e28 does not fit, and is no error"
        );
    }

    [Fact]
    public async Task Adds_to_the_last_digit()
    {
        var smallest = Exactly.Money("0.0000000000000000000000000001", Currency.Rub);
        await PlaceAsync(Request("A-1", 0.1m));
        await PlaceAsync(Request("A-2", 0.2m));

        Promise.Equal(
            null,
            await Store.PlaceAsync(Request("A-3") with { Amount = smallest, Ceiling = Money.Rub(0.3m) }, None),
            "holds are added to the last digit, not in floating point"
        );
        Promise.Kept(
            await Store.PlaceAsync(Request("A-3", 0m) with { Ceiling = Money.Rub(0.3m) }, None) is not null,
            "0.1 and 0.2 are 0.3"
        );
    }

    [Fact]
    public async Task Counts_a_settled_hold_only_for_a_balance_that_was_read_before()
    {
        await PlaceAsync(Request("A-1", 10m));
        Promise.Equal(1, await Store.SettleAsync(Company, Orders("A-1", "A-2"), None), "a hold whose document has appeared is handed over");
        Promise.Equal(0, await Store.SettleAsync(Company, Orders("A-1"), None), "a hold is handed over once");
        var settledAt = Clock.Now;
        Clock.Advance(Duration.FromHours(1));

        Promise.Equal([], await OrdersAsync(), "a settled hold does not count without a balance");
        Promise.Equal([], await OrdersAsync(settledAt + Tick), "a settled hold does not count beside a balance that was read later");
        var hold = (await Store.ListAsync(Company, settledAt, None)).SingleOrDefault();

        hold = Promise.Present(hold, "a settled hold counts beside a balance that was read at that moment or before");
        Promise.Equal(
            (CreditHoldState.Settled, settledAt, null),
            (hold.State, hold.SettledAt, hold.ExpiresAt),
            "a settled hold says when it was settled, and does not expire"
        );
    }

    [Fact]
    public async Task Counts_a_settled_hold_under_the_ceiling_of_an_older_balance()
    {
        await PlaceAsync(Request("A-1", 10m));
        await Store.ConfirmAsync(Company, "A-1", None);
        await Store.SettleAsync(Company, Orders("A-1"), None);
        var settledAt = Clock.Now;
        Clock.Advance(Duration.FromHours(1));
        var request = Request("A-2", 10m) with { Ceiling = Money.Rub(19.99m), BalanceReadAt = settledAt };

        Promise.Equal(
            null,
            await Store.PlaceAsync(request, None),
            "a settled hold counts under the ceiling of a balance that was read before"
        );
        Promise.Kept(
            await Store.PlaceAsync(request with { BalanceReadAt = settledAt + Tick }, None) is not null,
            "a settled hold does not count under the ceiling of a balance that was read later"
        );
        Promise.Equal(false, await Store.ConfirmAsync(Company, "A-1", None), "a settled hold cannot be confirmed");
        Promise.Equal(false, await Store.ReleaseAsync(Company, "A-1", None), "a settled hold cannot be released");
    }

    [Fact]
    public async Task Places_of_many_at_one_moment_as_many_as_fit()
    {
        var placed = await AtOneMomentAsync(
            40,
            (store, number) => store.PlaceAsync(Request($"A-{number}", 10m) with { Ceiling = Money.Rub(105m) }, None)
        );

        Promise.Equal(10, placed.Count(hold => hold is not null), "of 40 holds of 10.00 under 105.00 exactly 10 are placed");
        Promise.Equal(10, (await ListAsync()).Count, "as many holds are kept as were placed");
    }

    [Fact]
    public async Task Keeps_one_hold_of_an_order_that_is_checked_many_times_at_one_moment()
    {
        var placed = await AtOneMomentAsync(
            40,
            (store, _) => store.PlaceAsync(Request("A-1", 10m) with { Ceiling = Money.Rub(10m) }, None)
        );

        Promise.Equal(40, placed.Count(hold => hold is not null), "an order's own hold is never in its way");
        Promise.Equal(1, (await ListAsync()).Count, "an order has one hold");
    }

    [Fact]
    public async Task Gives_credit_back_once_however_many_ask()
    {
        await PlaceAsync(Request("A-1"));
        await PlaceAsync(Request("A-2"));

        var released = await AtOneMomentAsync(40, (store, _) => store.ReleaseAsync(Company, "A-1", None));
        var settled = await AtOneMomentAsync(40, (store, _) => store.SettleAsync(Company, Orders("A-2"), None));

        Promise.Equal(1, released.Count(once => once), "of many who release a hold at one moment one is told that it did");
        Promise.Equal(1, settled.Sum(), "of many who settle a hold at one moment one is told that it did");
    }
}
