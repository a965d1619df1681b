using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RichardSzalay.MockHttp;
using Settlements.Balances;
using Settlements.OneC;
using Settlements.Testing;

namespace Settlements.Tests.OneC;

/// <summary>A 1C client over a mocked wire.</summary>
internal sealed class OneCHost : IAsyncDisposable
{
    internal static readonly DateTimeOffset Start = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    internal static readonly CounterpartyId Counterparty = CounterpartyId.Parse("6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b");

    internal OneCHost(Action<OneCOptions>? configure = null, Action<OneCBuilder>? extend = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        var onec = services
            .AddSettlements()
            .AddOneC(options =>
            {
                options.BaseUrl = new Uri("https://1c.example/ut/hs/balance");
                options.Resilience.MaxRetries = 0;
                configure?.Invoke(options);
            });
        onec.HttpClient.ConfigurePrimaryHttpMessageHandler(() => Wire);
        extend?.Invoke(onec);
        Services = services.BuildServiceProvider();
    }

    internal ManualTimeProvider Clock { get; } = new(Start);

    internal CapturedLog Log { get; } = new();

    internal MockHttpMessageHandler Wire { get; } = new();

    internal ServiceProvider Services { get; }

    internal IBalanceSource Source => Services.GetRequiredService<IBalanceSource>();

    internal Task<CounterpartyBalance> AskAsync(CancellationToken cancellationToken = default) =>
        Source.GetBalanceAsync(Counterparty, cancellationToken);

    internal async Task<OneCException> FailAsync() =>
        (await FluentActions.Awaiting(() => AskAsync()).Should().ThrowAsync<OneCException>()).Which;

    /// <summary>Every request gets this answer.</summary>
    internal void Answers(
        string body,
        HttpStatusCode status = HttpStatusCode.OK,
        string? contentType = "application/json; charset=utf-8"
    ) => Answers(Encoding.UTF8.GetBytes(body), status, contentType);

    internal void Answers(
        byte[] body,
        HttpStatusCode status = HttpStatusCode.OK,
        string? contentType = "application/json; charset=utf-8"
    ) =>
        Wire.When("*")
            .Respond(_ =>
            {
                var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(body) };
                if (contentType is not null)
                    response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
                return response;
            });

    /// <summary>Reads one successful answer.</summary>
    internal static async Task<CounterpartyBalance> ReadAsync(string body, Action<OneCOptions>? configure = null)
    {
        await using var host = new OneCHost(configure);
        host.Answers(body);
        return await host.AskAsync();
    }

    /// <summary>What an answer fails with.</summary>
    internal static async Task<OneCException> RefuseAsync(
        string body,
        HttpStatusCode status = HttpStatusCode.OK,
        Action<OneCOptions>? configure = null
    )
    {
        await using var host = new OneCHost(configure);
        host.Answers(body, status);
        return await host.FailAsync();
    }

    public ValueTask DisposeAsync() => Services.DisposeAsync();
}
