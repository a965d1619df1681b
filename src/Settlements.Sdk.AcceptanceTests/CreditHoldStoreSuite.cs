using NodaTime;
using Settlements.Credit;

namespace Settlements.AcceptanceTests;

/// <summary>What every <see cref="ICreditHoldStore"/> does, whatever keeps it.</summary>
public abstract partial class CreditHoldStoreSuite : StoreSuite<ICreditHoldStore>
{
    private static readonly CounterpartyId Company = new(ExamplePayments.IdOf(1));
    private static readonly CounterpartyId Other = new(ExamplePayments.IdOf(2));
    private static readonly Duration Lifetime = Duration.FromMinutes(30);
    private static readonly Duration Tick = Duration.FromTicks(1);

    [Fact]
    public async Task Holds_nothing_at_first()
    {
        Promise.Equal([], await Store.ListAsync(Company, null, None), "a counterparty has no holds at first");
        Promise.Equal(false, await Store.ConfirmAsync(Company, "A-1", None), "there is nothing to confirm at first");
        Promise.Equal(false, await Store.ReleaseAsync(Company, "A-1", None), "there is nothing to release at first");
        Promise.Equal(0, await Store.SettleAsync(Company, Orders("A-1"), None), "there is nothing to settle at first");
        Promise.Equal(0, await Store.ExpireAsync(Duration.Zero, None), "there is nothing to remove at first");
    }

    [Fact]
    public async Task Gives_back_a_hold_as_it_was_placed()
    {
        var request = Request("№ 1/«ё» 'a'; \"b\" 🎄 ", 1000.10m) with { Lifetime = Tick };

        var placed = await Store.PlaceAsync(request, None);

        var expected = new CreditHold
        {
            Counterparty = Company,
            OrderId = request.OrderId,
            Amount = request.Amount,
            State = CreditHoldState.Placed,
            ExpiresAt = Clock.Now + Tick,
        };
        Promise.Equal(expected, placed, "PlaceAsync gives the hold as it is now");
        Promise.Equal([expected], await Store.ListAsync(Company, null, None), "ListAsync gives the hold as it was placed");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("0.125")]
    public async Task Keeps_amounts_to_the_last_digit(string amount)
    {
        var request = Request("A-1") with { Amount = Exactly.Money(amount, Currency.Kzt) };

        await Store.PlaceAsync(request, None);

        Promise.Equal(request.Amount, (await ListAsync())[0].Amount, "an amount comes back to its last digit");
    }

    [Fact]
    public async Task Knows_orders_letter_for_letter_and_counterparties_apart()
    {
        string[] orders = ["A-1", "a-1", "A-1 ", " A-1", "А-1", "A_1", "A%1"];
        foreach (var order in orders)
            await PlaceAsync(Request(order, 1m));
        await PlaceAsync(Request("A-1", 2m) with { Counterparty = Other });

        Promise.Equal(orders.Order(StringComparer.Ordinal).ToList(), await OrdersAsync(), "orders are known letter for letter");
        await Store.ReleaseAsync(Company, "A-1", None);

        Promise.Equal(6, (await ListAsync()).Count, "releasing an order's hold leaves those of others");
        Promise.Equal(
            Money.Rub(2m),
            (await Store.ListAsync(Other, null, None))[0].Amount,
            "an order of another counterparty with the same identifier has a hold of its own"
        );
    }

    [Fact]
    public async Task Forgets_a_placed_hold_at_the_moment_it_expires()
    {
        await PlaceAsync(Request("A-1"));

        Clock.Advance(Lifetime - Tick);
        Promise.Equal(["A-1"], await OrdersAsync(), "a placed hold counts until the moment it expires");
        Clock.Advance(Tick);

        Promise.Equal([], await OrdersAsync(), "a placed hold counts no more at the moment it expires");
        Promise.Equal(false, await Store.ConfirmAsync(Company, "A-1", None), "a hold that has expired cannot be confirmed");
        Promise.Equal(false, await Store.ReleaseAsync(Company, "A-1", None), "a hold that has expired cannot be released");
        Promise.Equal(0, await Store.SettleAsync(Company, Orders("A-1"), None), "a hold that has expired cannot be settled");
    }

    [Fact]
    public async Task Keeps_a_confirmed_hold_until_it_is_released()
    {
        await PlaceAsync(Request("A-1"));

        Promise.Equal(true, await Store.ConfirmAsync(Company, "A-1", None), "a hold that counts can be confirmed");
        Clock.Advance(Duration.FromDays(365));
        Promise.Equal(true, await Store.ConfirmAsync(Company, "A-1", None), "confirming again is harmless");

        var hold = (await ListAsync())[0];
        Promise.Equal((CreditHoldState.Confirmed, null), (hold.State, hold.ExpiresAt), "a confirmed hold does not expire");
        Promise.Equal(true, await Store.ReleaseAsync(Company, "A-1", None), "a confirmed hold can be released");
        Promise.Equal(false, await Store.ReleaseAsync(Company, "A-1", None), "credit is given back once");
        Promise.Equal(false, await Store.ConfirmAsync(Company, "A-1", None), "a hold that was released cannot be confirmed");
        Promise.Equal([], await OrdersAsync(), "a hold that was released counts no more");
    }

    [Fact]
    public async Task Changes_the_hold_of_an_order_that_is_checked_again()
    {
        await PlaceAsync(Request("A-1", 10m));
        Clock.Advance(Lifetime - Tick);

        var changed = await PlaceAsync(Request("A-1", 20m) with { Ceiling = Money.Rub(20m) });

        Promise.Equal(Clock.Now + Lifetime, changed.ExpiresAt, "a placed hold that is changed starts its lifetime anew");
        Promise.Equal([changed], await ListAsync(), "an order has one hold, with the last amount");
    }

    [Fact]
    public async Task Leaves_a_confirmed_hold_confirmed_when_it_changes()
    {
        await PlaceAsync(Request("A-1", 10m));
        await Store.ConfirmAsync(Company, "A-1", None);

        var changed = await PlaceAsync(Request("A-1", 20m));

        Promise.Equal(
            (CreditHoldState.Confirmed, null),
            (changed.State, changed.ExpiresAt),
            "a confirmed hold that is changed stays confirmed"
        );
        Promise.Equal([changed], await ListAsync(), "an order has one hold, with the last amount");
    }

    [Fact]
    public async Task Removes_what_has_expired_and_what_was_settled_long_ago()
    {
        await PlaceAsync(Request("settled long ago"));
        await Store.SettleAsync(Company, Orders("settled long ago"), None);
        var longAgo = Clock.Now;
        await PlaceAsync(Request("expired"));
        Clock.Advance(Duration.FromHours(1));
        await PlaceAsync(Request("settled just now"));
        await Store.SettleAsync(Company, Orders("settled just now"), None);
        await PlaceAsync(Request("placed"));
        await PlaceAsync(Request("confirmed") with { Counterparty = Other });
        await Store.ConfirmAsync(Other, "confirmed", None);

        Promise.Equal(
            1,
            await Store.ExpireAsync(Duration.FromHours(1), None),
            "a hold that has expired is removed; one as old as it is to be kept stays"
        );
        Clock.Advance(Tick);
        Promise.Equal(
            1,
            await Store.ExpireAsync(Duration.FromHours(1), None),
            "a settled hold is removed when it is older than it is to be kept"
        );
        Promise.Equal(0, await Store.ExpireAsync(Duration.FromHours(1), None), "what was removed is not removed again");

        Promise.Equal(["placed", "settled just now"], await OrdersAsync(longAgo), "holds that count stay");
        Promise.Equal(1, (await Store.ListAsync(Other, null, None)).Count, "confirmed holds stay");
    }

    [Fact]
    public async Task Shows_another_instance_what_it_keeps()
    {
        var placed = await PlaceAsync(Request("A-1"));
        var other = await OpenAgainAsync(Clock);

        Promise.Equal(
            [placed],
            await other.ListAsync(Company, null, None),
            "another instance over the same data lists what the first one keeps"
        );
        Promise.Equal(true, await other.ReleaseAsync(Company, "A-1", None), "another instance may release what the first one placed");
        Promise.Equal([], await OrdersAsync(), "what another instance has released counts no more");
    }

    [Fact]
    public async Task Does_nothing_when_it_is_cancelled_before_it_begins()
    {
        await Promise.ThrowsAsync<OperationCanceledException>(
            () => Store.PlaceAsync(Request("A-1"), new CancellationToken(canceled: true)),
            "a call whose token is cancelled throws OperationCanceledException"
        );

        Promise.Equal([], await OrdersAsync(), "a cancelled call changes nothing");
    }

    private static HashSet<string> Orders(params string[] orders) => new(orders, StringComparer.Ordinal);

    private static CreditHoldRequest Request(string order, decimal amount = 10m) =>
        new()
        {
            Counterparty = Company,
            OrderId = order,
            Amount = Money.Rub(amount),
            Lifetime = Lifetime,
        };

    private async Task<CreditHold> PlaceAsync(CreditHoldRequest request) =>
        Promise.Present(await Store.PlaceAsync(request, None), $"a hold that fits is placed ({request.OrderId}, {request.Amount})");

    private Task<IReadOnlyList<CreditHold>> ListAsync() => Store.ListAsync(Company, null, None);

    private async Task<IReadOnlyList<string>> OrdersAsync(Instant? balanceReadAt = null) =>
        [.. (await Store.ListAsync(Company, balanceReadAt, None)).Select(hold => hold.OrderId).Order(StringComparer.Ordinal)];
}
