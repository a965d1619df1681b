using Settlements.Testing.OneC;

namespace Settlements.Testing;

/// <summary>An emulated 1C server with the balance service and the directory of the default contract, on a free loopback port, for tests and demonstrations.</summary>
/// <remarks>
/// <para>
/// It answers <c>GET {BaseUrl}/get?counterparty_id={guid}</c>, <c>GET {BaseUrl}/counterparties?tin={number}</c> (or <c>counterparty_id</c>) and
/// <c>POST {BaseUrl}/counterparties</c> letter for letter as the platform writes JSON, keeps sessions and logins as a publication
/// does, and goes wrong on demand: see <see cref="Faults"/>. What reached it stands in <see cref="Requests"/>.
/// </para>
/// <para>
/// A registration is carried out once for each idempotency key, and once for each TIN with its KPP: at the moment the server takes the request up, whatever becomes
/// of its answer. A fault that takes the place of the answer keeps the request from the handler, and nothing is registered.
/// </para>
/// <para>
/// Balances and faults may be changed at any time from any thread. An answer shows the state of the moment at which the server took the request up, however
/// long it is held back afterwards.
/// </para>
/// <para>After disposal the <see cref="BaseUrl"/> refuses connections.</para>
/// </remarks>
public sealed class OneCEmulator : IAsyncDisposable
{
    private readonly EmulatorState _state;
    private readonly EmulatorHost _host;

    private OneCEmulator(EmulatorState state, EmulatorHost host)
    {
        _state = state;
        _host = host;
        BaseUrl = new Uri(host.Address, state.Options.Path);
    }

    /// <summary>The options it was started with.</summary>
    public OneCEmulatorOptions Options => _state.Options;

    /// <summary>The address of the service, to be given to the client: <c>http://127.0.0.1:50123/demo/hs/balance</c>.</summary>
    public Uri BaseUrl { get; }

    /// <summary>What goes wrong, and for which requests.</summary>
    public OneCFaultPlan Faults => _state.Faults;

    /// <summary>What reached the server.</summary>
    public OneCRequestLog Requests => _state.Requests;

    /// <summary>What happened to sessions so far; a copy that does not change.</summary>
    public OneCSessionCounts Sessions => _state.Sessions.Counts;

    /// <summary>How many logins with a wrong user or password there were; each brings a real 1C user closer to being locked out.</summary>
    public int FailedLogins => _state.Authentication.FailedLogins;

    /// <summary>Starts a server on a free loopback port.</summary>
    /// <param name="options">How it is published; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentException">An option has a wrong value.</exception>
    public static async Task<OneCEmulator> StartAsync(OneCEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new OneCEmulatorOptions();
        options.Validate();
        var state = new EmulatorState(options);
        return new OneCEmulator(state, await EmulatorHost.StartAsync(state, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Sets what the server says of a counterparty, in place of all it said before.</summary>
    public void SetBalance(CounterpartyId counterparty, EmulatedBalance balance)
    {
        ArgumentNullException.ThrowIfNull(balance);
        _state.Balances.Set(counterparty, balance);
    }

    /// <summary>Changes what the server says of a counterparty, in one step; a counterparty that was never set begins with nothing known.</summary>
    /// <param name="counterparty">Whose balance.</param>
    /// <param name="change">Called once, under a lock: it should only make the new balance.</param>
    public void UpdateBalance(CounterpartyId counterparty, Func<EmulatedBalance, EmulatedBalance> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        _state.Balances.Update(counterparty, change);
    }

    /// <summary>Adds an element to <c>documents</c>; no amount of the balance changes by that.</summary>
    public void AddDocument(CounterpartyId counterparty, EmulatedDocument document) =>
        UpdateBalance(counterparty, balance => balance with { Documents = [.. balance.Documents ?? [], document] });

    /// <summary>Adds an element to <c>payments</c>; no amount of the balance changes by that.</summary>
    public void AddPayment(CounterpartyId counterparty, EmulatedPayment payment) =>
        UpdateBalance(counterparty, balance => balance with { Payments = [.. balance.Payments ?? [], payment] });

    /// <summary>Answers for a counterparty with JSON of another shape, written as the platform writes it.</summary>
    public void SetAnswer(CounterpartyId counterparty, OneCValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _state.Balances.Set(counterparty, _state.Balances.Json(value, counterparty));
    }

    /// <summary>Answers for a counterparty with exactly these bytes.</summary>
    /// <param name="counterparty">Whose balance.</param>
    /// <param name="body">The body; nothing is added to it, a byte order mark neither.</param>
    /// <param name="contentType">The content type; null sends none.</param>
    public void SetAnswer(
        CounterpartyId counterparty,
        ReadOnlyMemory<byte> body,
        string? contentType = "application/json; charset=utf-8"
    ) => _state.Balances.Set(counterparty, new OneCAnswer { ContentType = contentType, Body = body });

    /// <summary>What <see cref="SetBalance"/> and its like made of a counterparty; null when there is no such balance.</summary>
    public EmulatedBalance? FindBalance(CounterpartyId counterparty) => _state.Balances.Find(counterparty);

    /// <summary>Makes a counterparty unknown to the server.</summary>
    public void Remove(CounterpartyId counterparty) => _state.Balances.Remove(counterparty);

    /// <summary>Sets what the directory says of a counterparty, in place of what it said before; its balance is a matter of its own.</summary>
    public void SetCounterparty(CounterpartyId counterparty, EmulatedCounterparty entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        _state.Directory.Set(counterparty, entry);
    }

    /// <summary>Takes a counterparty out of the directory; a key by which it was registered still leads to it.</summary>
    public void RemoveCounterparty(CounterpartyId counterparty) => _state.Directory.Remove(counterparty);

    /// <summary>The directory as it is now: those that were set, and those that were registered; a copy that does not grow.</summary>
    public IReadOnlyDictionary<CounterpartyId, EmulatedCounterparty> Counterparties => _state.Directory.All;

    /// <summary>The registrations that were carried out, one for each key; a copy that does not grow.</summary>
    public IReadOnlyList<EmulatedRegistration> Registrations => _state.Directory.Registrations;

    /// <summary>Ends all sessions that clients keep, as an administrator or an update of the base does.</summary>
    public void EndSessions() => _state.Sessions.EndAll();

    /// <summary>Stops at once: held, slow and silent answers are broken off.</summary>
    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
