namespace Settlements.AcceptanceTests;

/// <summary>What all suites share: a store for each fact, and a clock that only the fact moves.</summary>
/// <remarks>
/// <para>Derive from the suite of a port in an xunit project and say in <see cref="CreateAsync"/> how an empty store is made. Every fact of the suite is then run
/// over a store of its own; what a fact leaves behind goes in <see cref="CleanUpAsync"/>.</para>
/// <para>No fact measures time: a store may be as slow as it likes. Facts about many callers at one moment run up to 40 calls side by side.</para>
/// </remarks>
/// <typeparam name="TStore">The port.</typeparam>
public abstract class StoreSuite<TStore> : IAsyncLifetime
    where TStore : class
{
    private TStore? _store;

    private protected StoreSuite() { }

    private protected static CancellationToken None => CancellationToken.None;

    private protected SuiteClock Clock { get; } = new();

    private protected Promises Promise { get; } = new(typeof(TStore).Name);

    private protected TStore Store =>
        _store ?? throw new InvalidOperationException("The store is made in InitializeAsync, before the fact.");

    async Task IAsyncLifetime.InitializeAsync() => _store = await CreateAsync(Clock);

    Task IAsyncLifetime.DisposeAsync() => CleanUpAsync();

    /// <summary>Makes the store of one fact, with nothing in it. Called once, before the fact.</summary>
    /// <param name="time">The clock that the store must go by; it stands still until the fact moves it.</param>
    protected abstract Task<TStore> CreateAsync(TimeProvider time);

    /// <summary>
    /// Makes another instance over the data of the store that <see cref="CreateAsync"/> made, as another process would: what one keeps the other must see. Called
    /// several times by a fact that needs it.
    /// </summary>
    /// <param name="time">The clock, the same as the first instance's.</param>
    /// <returns>By default the first instance itself, which is right for a store whose data no other process can reach, and for no other.</returns>
    protected virtual Task<TStore> OpenAgainAsync(TimeProvider time) => Task.FromResult(Store);

    /// <summary>Removes what the stores of one fact have left: files, a database, connections. Called once, after the fact. Does nothing by default.</summary>
    /// <remarks>A suite that implements <see cref="IDisposable"/> is disposed after this, as every xunit class is.</remarks>
    protected virtual Task CleanUpAsync() => Task.CompletedTask;

    /// <summary>Runs a call many times at one moment, over several instances of the store.</summary>
    private protected async Task<T[]> AtOneMomentAsync<T>(int calls, Func<TStore, int, Task<T>> call)
    {
        var stores = new[] { Store, await OpenAgainAsync(Clock), await OpenAgainAsync(Clock) };
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = Enumerable
            .Range(0, calls)
            .Select(number =>
                Task.Run(async () =>
                {
                    await start.Task;
                    return await call(stores[number % stores.Length], number);
                })
            )
            .ToList();
        start.SetResult();
        return await Task.WhenAll(running);
    }
}
