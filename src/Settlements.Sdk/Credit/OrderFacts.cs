using Settlements.Balances;

namespace Settlements.Credit;

/// <summary>Asks the ports what the rule needs to know, and hands holds over to the documents that have appeared for them.</summary>
internal sealed class OrderFacts(
    ICreditHoldStore holds,
    IExchangeRates? rates,
    ICreditOverrides? overrides,
    ICreditStatusStore? status,
    TimeProvider time
)
{
    internal async Task<GatheredFacts> GatherAsync(OrderToCheck order, BalanceReading? reading, CancellationToken cancellationToken)
    {
        var booked = BookedOrders(reading?.Balance);
        var held = await holds.ListAsync(order.Counterparty, reading?.ReadAt, cancellationToken).ConfigureAwait(false);
        if (held.Any(hold => hold.State != CreditHoldState.Settled && booked.Contains(hold.OrderId)))
            await holds.SettleAsync(order.Counterparty, booked, cancellationToken).ConfigureAwait(false);

        var counted = held.Where(hold => hold.OrderId != order.Id && !booked.Contains(hold.OrderId)).ToList();
        var facts = new CreditFacts(order, order.Date)
        {
            Reading = reading is null ? null : reading with { Age = BalanceReading.AgeOf(reading.Balance, time.GetCurrentInstant()) },
            Holds = counted.ConvertAll(hold => hold.Amount),
            IsBlocked =
                status is not null && await status.FindFlagAsync(order.Counterparty, cancellationToken).ConfigureAwait(false) is not null,
            Override = overrides is null ? null : await overrides.FindAsync(order, cancellationToken).ConfigureAwait(false),
            Rates = await RatesAsync(order, reading?.Balance, counted, cancellationToken).ConfigureAwait(false),
        };
        var hasOwnHold = held.Any(hold =>
            hold.OrderId == order.Id && hold.State != CreditHoldState.Settled && !booked.Contains(hold.OrderId)
        );
        return new GatheredFacts(facts, counted, hasOwnHold, booked);
    }

    private static HashSet<string> BookedOrders(CounterpartyBalance? balance) =>
        (balance?.Documents ?? []).Select(document => document.OrderId).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private async Task<Dictionary<Currency, decimal>> RatesAsync(
        OrderToCheck order,
        CounterpartyBalance? balance,
        List<CreditHold> counted,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<Currency, decimal>();
        if (rates is null || balance is null)
            return found;

        var needed = counted.Select(hold => hold.Amount.Currency).Append(order.Total.Currency);
        if (balance.Limit is { } limit)
            needed = needed.Append(limit.Amount.Currency);
        foreach (var currency in needed.Where(currency => currency != balance.Currency).Distinct())
        {
            if (await rates.GetRateAsync(currency, balance.Currency, order.Date, cancellationToken).ConfigureAwait(false) is { } rate)
                found.Add(currency, rate);
        }

        return found;
    }
}
