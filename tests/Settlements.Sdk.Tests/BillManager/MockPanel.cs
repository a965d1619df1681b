using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RichardSzalay.MockHttp;
using Settlements.BillManager;
using Settlements.Testing;

namespace Settlements.Tests.BillManager;

/// <summary>A panel that answers each function with what the test gives it, and logs in by itself.</summary>
internal sealed class MockPanel : IAsyncDisposable
{
    internal const string Address = "https://panel.example.test:1500/billmgr";
    internal const string Password = "pass-word-of-the-exporter";

    private readonly MockHttpMessageHandler _http = new();
    private readonly ConcurrentDictionary<
        string,
        ConcurrentQueue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>>
    > _answers = new(StringComparer.Ordinal);

    private readonly FailingHandler _failures;
    private readonly List<ServiceProvider> _providers = [];

    internal MockPanel()
    {
        _failures = new FailingHandler { InnerHandler = _http };
        _http.When("*").Respond(AnswerAsync);
        On("auth", PanelDocuments.LoggedIn);
        On("whoami", PanelDocuments.WhoAmI());
    }

    internal ManualTimeProvider Time { get; } = new();

    internal List<IReadOnlyDictionary<string, string>> Sent { get; } = [];

    internal List<HttpRequestMessage> Requests { get; } = [];

    /// <summary>The options of the next <see cref="Client"/>.</summary>
    internal List<Action<BillManagerOptions>> Configure { get; } = [];

    /// <summary>How often a function was called that fails before it reaches the panel.</summary>
    internal int Attempts(string function) => _failures.Attempts(function);

    internal int Count(string function) => SentTo(function).Count;

    internal List<IReadOnlyDictionary<string, string>> SentTo(string function)
    {
        lock (Sent)
            return Sent.FindAll(s => s["func"] == function);
    }

    /// <summary>The answers of a function in turn; the last one stays.</summary>
    internal MockPanel On(string function, params string[] documents) => OnAny(function, [.. documents.Select(Text)]);

    internal MockPanel OnStatus(string function, int status, string body = "") =>
        OnAny(
            function,
            (_, _) =>
                Task.FromResult(
                    new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "text/html") }
                )
        );

    internal MockPanel OnBytes(string function, byte[] body) => OnAny(function, (_, _) => Task.FromResult(Response(body)));

    /// <summary>Calls of a function fail before they reach the panel.</summary>
    internal MockPanel OnException(string function, Exception exception, int times = int.MaxValue)
    {
        _failures.Plan(function, exception, times);
        return On(function, PanelDocuments.Ok);
    }

    internal MockPanel OnAny(string function, params Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] answers)
    {
        _answers[function] = new(answers);
        return this;
    }

    internal static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Text(string document) =>
        (_, _) => Task.FromResult(Response(Encoding.UTF8.GetBytes(document)));

    /// <summary>A client as a host gets it; a new one at each call.</summary>
    internal BillManagerClient Client(ILoggerProvider? log = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        if (log is not null)
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services
            .AddSettlements()
            .AddBillManager(options =>
            {
                options.Endpoint = new Uri(Address);
                options.UserName = "exporter";
                options.Password = Password;
                options.Resilience.MaxRetries = 0;
                options.Resilience.MaxConcurrentRequests = 100;
                Configure.ForEach(configure => configure(options));
            })
            .HttpClient.ConfigurePrimaryHttpMessageHandler(() => _failures);
        var provider = services.BuildServiceProvider();
        _providers.Add(provider);
        return provider.GetRequiredService<BillManagerClient>();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in _providers)
            await provider.DisposeAsync();
    }

    private static HttpResponseMessage Response(byte[] body) =>
        new(HttpStatusCode.OK) { Content = new ByteArrayContent(body) { Headers = { { "Content-Type", "text/xml; charset=UTF-8" } } } };

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request)
    {
        var form = (await request.Content!.ReadAsStringAsync())
            .Split('&')
            .Select(p => p.Split('=', 2))
            .ToDictionary(p => WebUtility.UrlDecode(p[0])!, p => WebUtility.UrlDecode(p[1])!, StringComparer.Ordinal);
        lock (Sent)
        {
            Sent.Add(form);
            Requests.Add(request);
        }
        var answers = _answers[form["func"]];
        var answer = answers.Count > 1 && answers.TryDequeue(out var next) ? next : answers.First();
        return await answer(request, CancellationToken.None);
    }
}
