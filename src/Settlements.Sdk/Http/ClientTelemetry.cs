using System.Diagnostics;

namespace Settlements.Http;

/// <summary>What one registered client reports.</summary>
/// <param name="meter">The library's instruments.</param>
/// <param name="system">The value of <see cref="SettlementsTelemetry.ClientTag"/>: <c>onec</c> or <c>billmanager</c>.</param>
/// <param name="name">The name it is registered by; empty for the unnamed one.</param>
/// <param name="timeProvider">Measures durations.</param>
internal sealed class ClientTelemetry(SettlementsMeter meter, string system, string name, TimeProvider timeProvider)
{
    private static readonly ActivitySource Source = new(SettlementsTelemetry.SourceName);

    /// <summary>Names the client in a log.</summary>
    internal string Client { get; } = name.Length == 0 ? system : $"{system} {name}";

    /// <summary>Begins a call.</summary>
    internal ClientCall Begin(string operation)
    {
        var activity = Source.StartActivity($"{system}.{operation}", ActivityKind.Client);
        activity?.SetTag(SettlementsTelemetry.ClientTag, system).SetTag(SettlementsTelemetry.NameTag, name);
        return new ClientCall(this, operation, activity, timeProvider.GetTimestamp());
    }

    internal void QueueWaited(TimeSpan wait) => meter.QueueWait.Record(wait.TotalSeconds, Tags());

    internal void Retried()
    {
        meter.Retries.Add(1, Tags());
        if (CallActivity() is { } activity)
            activity.SetTag(SettlementsTelemetry.RetriesTag, ((int?)activity.GetTagItem(SettlementsTelemetry.RetriesTag) ?? 0) + 1);
    }

    internal void BreakerOpened() => meter.BreakerOpened.Add(1, Tags());

    internal void Ended(string operation, long begun, string outcome)
    {
        var tags = Tags();
        tags.Add(SettlementsTelemetry.OperationTag, operation);
        tags.Add(SettlementsTelemetry.OutcomeTag, outcome);
        meter.Duration.Record(timeProvider.GetElapsedTime(begun).TotalSeconds, tags);
    }

    private TagList Tags() => new() { { SettlementsTelemetry.ClientTag, system }, { SettlementsTelemetry.NameTag, name } };

    private static Activity? CallActivity()
    {
        var activity = Activity.Current;
        while (activity is not null && activity.Source != Source)
            activity = activity.Parent;
        return activity;
    }
}
