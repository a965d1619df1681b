using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Settlements.OneC;
using Settlements.Testing;

namespace Settlements.IntegrationTests.OneC;

/// <summary>Whatever goes wrong, and whatever the server repeats: no secret stands in a log, an activity, a metric or an exception.</summary>
public sealed class OneCClientSecretTests : OneCClientTest
{
    private const string Key = "k3y-of-the-service/+1";
    private const string Password = "p4ssword-Пароль";

    private static readonly string[] Secrets =
    [
        Key,
        Uri.EscapeDataString(Key),
        Password,
        Uri.EscapeDataString(Password),
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"site:{Password}")),
    ];

    private static readonly Dictionary<string, OneCFault> Faults = new(StringComparer.Ordinal)
    {
        ["none"] = OneCFault.Chunked(),
        ["401"] = OneCFault.NotAuthenticated(),
        ["503"] = OneCFault.Proxy(503),
        ["reset"] = OneCFault.Reset(),
        ["reset before the headers"] = OneCFault.ResetBeforeHeaders(),
        ["closed early"] = OneCFault.ClosedEarly(),
        ["login page"] = OneCFault.LoginPage(),
        ["key in the handler's text"] = OneCFault.HandlerException($"Ключ {Key} не подходит, пароль {Password}"),
        ["address in the platform's text"] = OneCFault.PlatformError($"http://site:{Password}@erp/hs/get?key={Uri.EscapeDataString(Key)}"),
        ["everything repeated"] = OneCFault.Custom("echo", (request, answer) => answer.WithText(Repeated(request)) with { Status = 500 }),
        ["everything repeated as JSON"] = OneCFault.Custom(
            "JSON echo",
            (request, answer) => answer.WithText(OneCValue.Object(("Ошибка", Repeated(request))).ToJson())
        ),
        ["redirect"] = OneCFault.Redirect(new Uri($"http://127.0.0.1:9/?key={Uri.EscapeDataString(Key)}")),
        ["key in an amount"] = OneCFault.Custom("bad amount", (_, answer) => answer.WithText($"{{\"debt\": \"{Key} {Password}\"}}")),
        ["key as a key"] = OneCFault.Custom("bad key", (_, answer) => answer.WithText($"{{\"debt\": 1, \"{Key}\": 1, \"{Key}\": 2}}")),
        ["key in the currency"] = OneCFault.Custom(
            "bad currency",
            (_, answer) => answer.WithText($"{{\"debt\": 1, \"currency\": \"{Key}\"}}")
        ),
    };

    public static TheoryData<string> FaultNames => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(FaultNames))]
    public async Task No_secret_leaves_the_client(string fault)
    {
        var seen = new ConcurrentQueue<string>();
        using var activities = ListenToActivities(seen);
        using var meters = ListenToMeters(seen);
        var client = Client(options =>
        {
            options.Key = Key;
            options.User = "site";
            options.Password = Password;
            options.ReuseSessions = true;
        });
        Server.Faults.Always(Faults[fault]);

        for (var i = 0; i < 2; i++)
        {
            try
            {
                seen.Enqueue((await AskAsync(client)).ToString());
            }
            catch (OneCException e)
            {
                seen.Enqueue(e.ToString());
            }
        }

        Server.Requests.All.Should().Contain(request => request.Target.Contains(Uri.EscapeDataString(Key), StringComparison.Ordinal));
        seen.Should().NotBeEmpty();
        var everything = string.Join('\n', seen.Concat(Log.Entries));
        foreach (var secret in Secrets)
            everything.Should().NotContain(secret);
    }

    private static string Repeated(OneCRequest request) =>
        $"{request.Target} {request.Header("Authorization")} {request.Header("Cookie")} {Key} {Password}";

    private static ActivityListener ListenToActivities(ConcurrentQueue<string> seen)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == SettlementsTelemetry.SourceName || source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                seen.Enqueue(
                    $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} "
                        + string.Join(' ', activity.Events.Select(e => $"{e.Name} {string.Join(' ', e.Tags)}"))
                ),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener ListenToMeters(ConcurrentQueue<string> seen)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name is SettlementsTelemetry.MeterName or "System.Net.Http")
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>(
            (instrument, _, tags, _) => seen.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}")
        );
        listener.SetMeasurementEventCallback<long>(
            (instrument, _, tags, _) => seen.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}")
        );
        listener.Start();
        return listener;
    }
}
