using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using NodaTime;
using Settlements.Balances;
using Settlements.Http;
using Settlements.Testing;
using Settlements.Tests.OneC;

namespace Settlements.Tests.Balances;

/// <summary>Readers over one source, one distributed cache and one store, on one clock that the test moves.</summary>
internal sealed class ReaderCase : IDisposable
{
    public static readonly CounterpartyId Customer = CounterpartyId.Parse("0d8bb2a6-4c0f-4a53-9b55-8a1c7e6f1d20");
    public static readonly CounterpartyId Other = CounterpartyId.Parse("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b");
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 21, 9, 0);

    private readonly List<IDisposable> _owned = [];
    private readonly MeterListener _listener = new();
    private readonly TaskCreationOptions _continuations;

    /// <param name="continuations">How readers wake those who wait; <see cref="TaskCreationOptions.None"/> keeps everything on the thread of the test.</param>
    public ReaderCase(TaskCreationOptions continuations = TaskCreationOptions.RunContinuationsAsynchronously)
    {
        _continuations = continuations;
        Time = new ManualTimeProvider(Start.ToDateTimeOffset());
        Cache = new ManualCache(Time);
        Log = new CapturedLog();
        Loggers = LoggerFactory.Create(logging => logging.AddProvider(Log));
        _owned.Add(Loggers);
        _owned.Add(_listener);
        _listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) =>
                Measured.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}")
        );
        _listener.Start();
    }

    public ManualTimeProvider Time { get; }

    public GatedSource Source { get; } = new();

    public ManualCache Cache { get; }

    public LastKnownBalances Store { get; } = new();

    public CapturedLog Log { get; }

    public ILoggerFactory Loggers { get; }

    public ConcurrentQueue<string> Measured { get; } = new();

    public Instant Now => Instant.FromDateTimeOffset(Time.GetUtcNow());

    public static string Key(CounterpartyId counterparty) => BalanceReaderOptions.DefaultKeyPrefix + counterparty;

    public static CounterpartyBalance Balance(decimal debt, Instant? asOf = null, CounterpartyId? counterparty = null) =>
        new(counterparty ?? Customer, Currency.Rub, asOf ?? Start) { Debt = Money.Rub(debt), Documents = [] };

    /// <summary>A process of its own: a reader with its own memory.</summary>
    public BalanceReader Reader(bool cached = true, bool stored = false, Action<BalanceReaderOptions>? configure = null)
    {
        var options = new BalanceReaderOptions();
        configure?.Invoke(options);
        var meter = new SettlementsMeter(null);
        _listener.EnableMeasurementEvents(meter.BalanceReads);
        _listener.EnableMeasurementEvents(meter.BalanceKeeperFailures);
        var reader = new BalanceReader(
            Source,
            options,
            Time,
            cached ? Cache : null,
            stored ? Store : null,
            Loggers.CreateLogger<BalanceReader>(),
            meter,
            _continuations
        );
        _owned.Add(reader);
        _owned.Add(meter);
        return reader;
    }

    /// <summary>Lets every call to the source answer at once with a debt.</summary>
    public void Owes(decimal debt) => Source.Answer = counterparty => Balance(debt, Now, counterparty);

    public void IsSilent() => Source.Answer = _ => throw new Credit.SilentSourceException();

    public void Advance(double seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));

    public void Dispose() => _owned.ForEach(owned => owned.Dispose());
}
