using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Settlements.Http;

namespace Settlements.Balances;

/// <summary>Reads balances for pages and for decisions: from memory, over an optional distributed cache, over the source.</summary>
/// <remarks>
/// <para>
/// However many ask for a counterparty at one moment, at most one call to the source runs and one waits. Failures are never kept. What the source says is kept in
/// every cache and in the store of snapshots, and never takes the place of something newer.
/// </para>
/// <para>A distributed cache or a store that fails or hangs is logged, counted and passed by; <c>docs/caching.md</c> says what that means.</para>
/// <para>Safe for concurrent use; make one for the life of the program.</para>
/// </remarks>
public sealed class BalanceReader : IDisposable
{
    private static readonly KeyValuePair<string, object?>[] Origins =
    [
        new(SettlementsTelemetry.BalanceOriginTag, "live"),
        new(SettlementsTelemetry.BalanceOriginTag, "cache"),
        new(SettlementsTelemetry.BalanceOriginTag, "snapshot"),
    ];

    private readonly SettlementsMeter _meter;
    private readonly bool _ownsMeter;
    private readonly BalanceMemory _memory;
    private readonly CachedBalances _balances;
    private readonly BalanceSnapshots? _snapshots;

    /// <summary>Makes a reader.</summary>
    /// <param name="source">Where balances come from.</param>
    /// <param name="options">What is kept for how long.</param>
    /// <param name="time">The clock, of expiry too.</param>
    /// <param name="distributed">The cache that several processes share; null when there is none.</param>
    /// <param name="store">Keeps what the source says, and gives it when the source is silent; null when there is none.</param>
    /// <param name="logger">Gets what was passed by; null for none.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message names it, the value's problem and the fix.</exception>
    public BalanceReader(
        IBalanceSource source,
        BalanceReaderOptions options,
        TimeProvider time,
        IDistributedCache? distributed = null,
        IBalanceStore? store = null,
        ILogger<BalanceReader>? logger = null
    )
        : this(source, options, time, distributed, store, logger, new SettlementsMeter(null)) => _ownsMeter = true;

    /// <summary>As the public one.</summary>
    /// <remarks>
    /// <paramref name="continuations"/> says how those who wait are woken: by the thread pool, so that a caller that blocks holds up nobody. A test that picks the order of
    /// events itself takes <see cref="TaskCreationOptions.None"/>; then all of it runs on the thread that lets a call go on.
    /// </remarks>
    internal BalanceReader(
        IBalanceSource source,
        BalanceReaderOptions options,
        TimeProvider time,
        IDistributedCache? distributed,
        IBalanceStore? store,
        ILogger<BalanceReader>? logger,
        SettlementsMeter meter,
        TaskCreationOptions continuations = TaskCreationOptions.RunContinuationsAsynchronously
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        if (options.Problems().ToList() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join(' ', problems), nameof(options));

        var log = logger ?? NullLogger<BalanceReader>.Instance;
        BalanceKeeper Keeper(string name, Duration timeout) => new(name, timeout, options.FailurePause, time, meter, log);

        _meter = meter;
        _memory = new BalanceMemory(options, time, hasDistributed: distributed is not null);
        _snapshots = store is null ? null : new BalanceSnapshots(store, options, Keeper("store", options.StoreTimeout), time, log);
        var shared = distributed is null
            ? null
            : new DistributedBalances(
                distributed,
                options,
                Keeper("distributed", options.DistributedCacheTimeout),
                time,
                log,
                continuations
            );
        _balances = new CachedBalances(source, _memory, shared, _snapshots, time, continuations);
    }

    /// <summary>Whether there is a store that snapshots come from.</summary>
    internal bool HasSnapshots => _snapshots is not null;

    /// <summary>Reads a balance.</summary>
    /// <param name="counterparty">Whose.</param>
    /// <param name="freshness">
    /// <see cref="Freshness.Cached"/> may give any <see cref="BalanceOrigin"/>; <see cref="Freshness.Live"/> gives <see cref="BalanceOrigin.Live"/> or throws.
    /// </param>
    /// <param name="cancellationToken">Cancels the waiting; a call to the source goes on while others wait for it.</param>
    /// <returns>The figures, where they come from and how old they are; complete at once when they were in memory.</returns>
    /// <exception cref="SettlementsException">The source gave no balance, and there is no snapshot that a page may show.</exception>
    /// <exception cref="ArgumentException"><paramref name="counterparty"/> was never assigned.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="freshness"/> is no value of its type.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public ValueTask<BalanceReading> GetAsync(
        CounterpartyId counterparty,
        Freshness freshness,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (freshness == Freshness.Live)
            return new(CountedAsync(_balances.GetLiveAsync(Checked(counterparty), cancellationToken)));

        ArgumentOutOfRangeException.ThrowIfNotEqual(freshness, Freshness.Cached);
        return _memory.Find(counterparty, out var now)?.FreshAt(now) is { } stored
            ? new(Counted(stored.AsCached(now)))
            : new(CountedAsync(_balances.GetCachedAsync(Checked(counterparty), cancellationToken)));
    }

    /// <summary>Says that a counterparty's figures have changed, such as by a payment: the next cached reading asks the source.</summary>
    /// <remarks>
    /// Exact within this process: what was read before, or is being read now, is not kept. Other processes may show what is in their memory until
    /// <see cref="BalanceReaderOptions.MemoryLifetime"/> is over, unless they are told too. The stored snapshot stays: it is shown with its age, and only when the
    /// source is silent.
    /// </remarks>
    /// <param name="counterparty">Whose.</param>
    /// <param name="cancellationToken">Cancels the waiting for the distributed cache; by then this process has forgotten the figures.</param>
    /// <returns>False when the distributed cache could not be told: other processes may show the old figures until their lifetime is over.</returns>
    /// <exception cref="ArgumentException"><paramref name="counterparty"/> was never assigned.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<bool> InvalidateAsync(CounterpartyId counterparty, CancellationToken cancellationToken = default) =>
        _balances.InvalidateAsync(Checked(counterparty)).WaitAsync(cancellationToken);

    /// <summary>Frees the memory. Readings under way end by themselves.</summary>
    public void Dispose()
    {
        _memory.Dispose();
        if (_ownsMeter)
            _meter.Dispose();
    }

    /// <summary>A live reading for a decision.</summary>
    internal Task<BalanceReading> GetLiveAsync(CounterpartyId counterparty, CancellationToken cancellationToken) =>
        CountedAsync(_balances.GetLiveAsync(counterparty, cancellationToken));

    /// <summary>The stored balance, if it was read no longer ago than that. What the store throws passes through.</summary>
    internal async Task<BalanceReading?> FindSnapshotAsync(
        CounterpartyId counterparty,
        Duration maxAge,
        CancellationToken cancellationToken
    ) => _snapshots is null ? null : await _snapshots.FindAsync(counterparty, maxAge, cancellationToken).ConfigureAwait(false);

    private async Task<BalanceReading> CountedAsync(Task<BalanceReading> reading) => Counted(await reading.ConfigureAwait(false));

    private BalanceReading Counted(BalanceReading reading)
    {
        if (_meter.BalanceReads.Enabled)
            _meter.BalanceReads.Add(1, Origins[(int)reading.Origin]);
        return reading;
    }

    private static CounterpartyId Checked(CounterpartyId counterparty) =>
        counterparty != default
            ? counterparty
            : throw new ArgumentException("A balance is somebody's; this CounterpartyId was never assigned.", nameof(counterparty));
}
