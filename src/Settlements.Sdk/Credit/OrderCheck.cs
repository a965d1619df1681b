using Settlements.Balances;

namespace Settlements.Credit;

/// <summary>May this customer place this order, now? Asks the source for the balance, applies the policy, and reserves the credit.</summary>
/// <remarks>
/// <para>The balance is read live: never from a cache, and never from a call that began before the check was asked for. Checks of one counterparty
/// at one moment share calls, so that at most one runs and one waits. Only when the source is silent, and <see cref="OrderCheckOptions.MaxSnapshotAge"/> allows it,
/// a stored balance stands in.</para>
/// <para>When the order may pass, the part of it given on credit is held in the same atomic step that makes sure it still fits: of many orders at one moment
/// only as many pass as the limit has room for.</para>
/// <para>Safe for concurrent use; make one for the life of the program.</para>
/// </remarks>
public sealed class OrderCheck
{
    internal const string NoSnapshots =
        "OrderCheckOptions.MaxSnapshotAge is set, and there are no snapshots: make the check over a BalanceReader that has an IBalanceStore, or set it to null.";

    private readonly ICreditHoldStore _holds;
    private readonly OrderCheckOptions _options;
    private readonly TimeProvider _time;
    private readonly ICreditDecisionLog? _log;
    private readonly Func<CounterpartyId, CancellationToken, Task<BalanceReading>> _readLive;
    private readonly BalanceReader? _balances;
    private readonly OrderFacts _facts;

    /// <summary>Makes an order check that asks the source and keeps nothing of what it says.</summary>
    /// <param name="source">Where balances come from; asked anew for each check.</param>
    /// <param name="holds">Where holds are kept.</param>
    /// <param name="options">The policy and the life of holds.</param>
    /// <param name="time">The clock.</param>
    /// <param name="rates">Exchange rates; null when the host has none.</param>
    /// <param name="overrides">What managers have approved; null when the host keeps none.</param>
    /// <param name="log">Where decisions are kept; null when the host keeps none.</param>
    /// <param name="status">Who is flagged for being overdue: a flag is the host's block (<see cref="CreditFacts.IsBlocked"/>). Null when flags are not kept.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message names it, the value's problem and the fix.</exception>
    public OrderCheck(
        IBalanceSource source,
        ICreditHoldStore holds,
        OrderCheckOptions options,
        TimeProvider time,
        IExchangeRates? rates = null,
        ICreditOverrides? overrides = null,
        ICreditDecisionLog? log = null,
        ICreditStatusStore? status = null
    )
        : this(ReadsOf(source, time), balances: null, holds, options, time, rates, overrides, log, status) { }

    /// <summary>
    /// Makes an order check that shares its calls to the source with a reader, so that pages see what it read, and that may decide from the reader's stored balances
    /// when the source is silent.
    /// </summary>
    /// <param name="balances">Reads live for each check.</param>
    /// <param name="holds">Where holds are kept.</param>
    /// <param name="options">The policy, the life of holds, and whether a stored balance may stand in.</param>
    /// <param name="time">The clock.</param>
    /// <param name="rates">Exchange rates; null when the host has none.</param>
    /// <param name="overrides">What managers have approved; null when the host keeps none.</param>
    /// <param name="log">Where decisions are kept; null when the host keeps none.</param>
    /// <param name="status">Who is flagged for being overdue: a flag is the host's block (<see cref="CreditFacts.IsBlocked"/>). Null when flags are not kept.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message names it, the value's problem and the fix.</exception>
    public OrderCheck(
        BalanceReader balances,
        ICreditHoldStore holds,
        OrderCheckOptions options,
        TimeProvider time,
        IExchangeRates? rates = null,
        ICreditOverrides? overrides = null,
        ICreditDecisionLog? log = null,
        ICreditStatusStore? status = null
    )
        : this(ReadsOf(balances), balances, holds, options, time, rates, overrides, log, status) { }

    private OrderCheck(
        Func<CounterpartyId, CancellationToken, Task<BalanceReading>> readLive,
        BalanceReader? balances,
        ICreditHoldStore holds,
        OrderCheckOptions options,
        TimeProvider time,
        IExchangeRates? rates,
        ICreditOverrides? overrides,
        ICreditDecisionLog? log,
        ICreditStatusStore? status
    )
    {
        ArgumentNullException.ThrowIfNull(holds);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        if (options.Problems().ToList() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join(' ', problems), nameof(options));
        if (options.MaxSnapshotAge is not null && balances is not { HasSnapshots: true })
            throw new ArgumentException(NoSnapshots, nameof(options));

        _readLive = readLive;
        _balances = balances;
        _holds = holds;
        _options = options;
        _time = time;
        _log = log;
        _facts = new OrderFacts(holds, rates, overrides, status, time);
    }

    /// <summary>Checks an order and, when it may pass, holds its part on credit.</summary>
    /// <param name="order">The order. Checking the same order again changes its hold and never counts it twice.</param>
    /// <param name="cancellationToken">Cancels the check; a shared call to the source goes on while others wait for it.</param>
    /// <returns>The decision, the hold if one was placed, and the source's error if it gave no balance.</returns>
    /// <remarks>
    /// What a port throws passes through. With a decision log no decision is given that is not in it: when the log throws, the check throws, and a hold that
    /// it placed ends with its lifetime, or is changed by the next check of the order.
    /// </remarks>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="ArgumentException">The order's terms do not make a whole of its total.</exception>
    public async Task<OrderCheckResult> CheckAsync(OrderToCheck order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        cancellationToken.ThrowIfCancellationRequested();

        BalanceReading? reading;
        SettlementsException? error = null;
        try
        {
            reading = await _readLive(order.Counterparty, cancellationToken).ConfigureAwait(false);
        }
        catch (SettlementsException e)
        {
            error = e;
            reading = await FindSnapshotAsync(order.Counterparty, e, cancellationToken).ConfigureAwait(false);
        }

        var (decision, hold) = await DecideAndHoldAsync(order, reading, cancellationToken).ConfigureAwait(false);
        var result = new OrderCheckResult(decision, hold, error);
        if (_log is not null)
            await _log.AppendAsync(Entry(result), cancellationToken).ConfigureAwait(false);
        return result;
    }

    private static Func<CounterpartyId, CancellationToken, Task<BalanceReading>> ReadsOf(IBalanceSource source, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(time);
        return new LiveBalances(source, time).ReadAsync;
    }

    private static Func<CounterpartyId, CancellationToken, Task<BalanceReading>> ReadsOf(BalanceReader balances)
    {
        ArgumentNullException.ThrowIfNull(balances);
        return balances.GetLiveAsync;
    }

    private async Task<BalanceReading?> FindSnapshotAsync(
        CounterpartyId counterparty,
        SettlementsException error,
        CancellationToken cancellationToken
    )
    {
        if (_options.MaxSnapshotAge is not { } maxAge)
            return null;
        var snapshot = await _balances!.FindSnapshotAsync(counterparty, maxAge, cancellationToken).ConfigureAwait(false);
        // Without the documents a hold that was given back because 1C has its order would be missing from both.
        return snapshot is { Balance.Documents: not null } ? snapshot with { SourceError = error } : null;
    }

    private CreditDecisionEntry Entry(OrderCheckResult result) =>
        new()
        {
            Counterparty = result.Decision.Order.Counterparty,
            OrderId = result.Decision.Order.Id,
            DecidedAt = _time.GetCurrentInstant(),
            Verdict = result.Decision.Verdict,
            Decision = result.ToJson(),
        };

    private async Task<(CreditDecision Decision, CreditHold? Hold)> DecideAndHoldAsync(
        OrderToCheck order,
        BalanceReading? reading,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<CreditHold>? refusedWith = null;
        while (true)
        {
            var gathered = await _facts.GatherAsync(order, reading, cancellationToken).ConfigureAwait(false);
            // The store refused a hold that these very holds would allow by the rule alone: what is left is the override, and its sum is spent.
            var facts = gathered.Facts with
            {
                OverrideCoversLimit = refusedWith is null || !refusedWith.SequenceEqual(gathered.Counted),
            };
            var decision = _options.Policy.Decide(facts);
            if (decision.Verdict == CreditVerdict.Block || !NeedsHold(decision, gathered))
                return (decision, null);

            var request = new CreditHoldRequest
            {
                Counterparty = order.Counterparty,
                OrderId = order.Id,
                Amount = decision.Exposure.Order ?? order.Total,
                Ceiling = HoldCeiling.Of(_options.Policy, facts, decision),
                BalanceReadAt = reading?.ReadAt,
                BookedOrders = gathered.BookedOrders,
                Lifetime = _options.HoldLifetime,
            };
            if (await _holds.PlaceAsync(request, cancellationToken).ConfigureAwait(false) is { } hold)
                return (decision, hold);

            if (!facts.OverrideCoversLimit)
                throw new InvalidOperationException(
                    "The hold store refuses what its own list of holds allows; it does not keep ICreditHoldStore's contract."
                );
            refusedWith = gathered.Counted;
        }
    }

    private static bool NeedsHold(CreditDecision decision, GatheredFacts gathered) =>
        gathered.HasOwnHold || decision.Exposure.Order is not { IsZero: true };
}
