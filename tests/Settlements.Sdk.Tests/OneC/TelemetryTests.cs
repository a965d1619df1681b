using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Settlements.Tests.Http;

namespace Settlements.Tests.OneC;

public sealed class TelemetryTests
{
    private const string Secret = "top-secret";
    private readonly ConcurrentQueue<(string Name, double Value, string Tags)> _measured = new();
    private readonly ConcurrentQueue<Activity> _activities = new();

    [Fact]
    public async Task Reports_duration_outcome_retries_and_waiting_and_no_secret()
    {
        var wire = new ScriptedWire()
            .Then(HttpStatusCode.BadGateway)
            .Then(HttpStatusCode.OK, """{"debt":""}""")
            .Then(HttpStatusCode.Unauthorized, $"key={Secret}");
        using var activities = Activities();
        await using var host = new OneCHost(
            options =>
            {
                options.Key = Secret;
                options.User = "web";
                options.Password = Secret;
                options.Resilience.MaxRetries = 1;
                options.Resilience.RetryDelay = TimeSpan.Zero;
            },
            onec => onec.HttpClient.ConfigurePrimaryHttpMessageHandler(() => wire)
        );
        using var metrics = Metrics(host.Services.GetRequiredService<IMeterFactory>());

        await host.AskAsync();
        await host.FailAsync();

        _measured.Where(item => item.Name == SettlementsTelemetry.ClientRetries).Should().ContainSingle().Which.Value.Should().Be(1);
        _measured.Count(item => item.Name == SettlementsTelemetry.ClientQueueWait).Should().Be(3);
        _measured
            .Where(item => item.Name == SettlementsTelemetry.ClientDuration)
            .Select(item => item.Tags)
            .Should()
            .Equal(
                "settlements.client=onec settlements.client.name= settlements.operation=balance settlements.outcome=ok",
                "settlements.client=onec settlements.client.name= settlements.operation=balance settlements.outcome=notAuthenticated"
            );
        _activities.Select(activity => activity.OperationName).Should().Equal("onec.balance", "onec.balance");
        _activities.First().GetTagItem(SettlementsTelemetry.RetriesTag).Should().Be(1);
        _activities.Last().Status.Should().Be(ActivityStatusCode.Error);
        _activities.Last().GetTagItem("error.type").Should().Be("notAuthenticated");

        var everything = string.Join(
            '\n',
            _activities
                .SelectMany(activity => activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))
                .Concat(host.Log.Lines)
                .Concat(_measured.Select(item => item.Tags))
        );
        everything.Should().NotContain(Secret).And.NotContain("counterparty_id=").And.NotContain("Authorization");
        host.Log.Lines.Should()
            .Contain(line => line.Contains("debt is empty text"))
            .And.Contain(line => line.Contains("nothing is asked for"));
        host.Log.Lines.Should().NotContain(line => line.StartsWith("System.Net.Http"));
    }

    private ActivityListener Activities()
    {
        // Tests run side by side: only what this one began is looked at.
        var mine = new Activity("test").Start();
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == SettlementsTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.RootId == mine.RootId)
                    _activities.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private MeterListener Metrics(IMeterFactory factory)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == SettlementsTelemetry.MeterName && instrument.Meter.Scope == factory)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.Start();
        return listener;
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue((instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
}
