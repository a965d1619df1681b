using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;
using RestSharp;
using Settlements.Balances;
using Settlements.OneC;

namespace Settlements.Benchmarks;

/// <summary>
/// Reading an answer of 3 KB and of 300 KB that lies in memory: ours against a walk over its tokens that takes nothing from them and against source-generated records; then both
/// clients from request to result over a handler that answers from memory.
/// </summary>
[MemoryDiagnoser]
public class OneCBalanceReading
{
    private readonly ReadingRules _rules = new(new OneCOptions());
    private byte[] _body = [];
    private ServiceProvider _services = null!;
    private IBalanceSource _source = null!;
    private static RestClient s_rest = null!;

    [Params(3, 300)]
    public int Kilobytes { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _body = OneCBalanceBody.Of(Kilobytes * 1000);
        var services = new ServiceCollection();
        services
            .AddSettlements()
            .AddOneC(options => options.BaseUrl = new Uri("https://1c.example/ut/hs/balance"))
            .HttpClient.ConfigurePrimaryHttpMessageHandler(() => new FromMemory(_body));
        _services = services.BuildServiceProvider();
        _source = _services.GetRequiredService<IBalanceSource>();
        s_rest = new RestClient(new RestClientOptions("https://1c.example") { ConfigureMessageHandler = _ => new FromMemory(_body) });
    }

    [GlobalCleanup]
    public void Clean()
    {
        _services.Dispose();
        s_rest.Dispose();
    }

    [Benchmark(Baseline = true)]
    public int BareWalk()
    {
        var reader = new Utf8JsonReader(_body);
        var tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }

    [Benchmark]
    public object Ours()
    {
        var text = BodyText.Of(_body, "application/json; charset=utf-8");
        return BalanceJsonReader.Read(text.Utf8.Span, _rules).ToBalance(OneCBalanceBody.Counterparty, default);
    }

    [Benchmark]
    public object? SourceGeneratedRecords() => System.Text.Json.JsonSerializer.Deserialize(_body, PlainBalanceContext.Default.PlainBalance);

    [Benchmark]
    public async Task<object> OursOverHttpClient() => await _source.GetBalanceAsync(OneCBalanceBody.Counterparty, CancellationToken.None);

    [Benchmark]
    public async Task<object?> RestSharpAndNewtonsoft()
    {
        var response = await s_rest.ExecuteAsync(
            new RestRequest("ut/hs/balance/get").AddQueryParameter("counterparty_id", OneCBalanceBody.Counterparty.ToString())
        );
        return JsonConvert.DeserializeObject<PlainBalance>(response.Content!);
    }

    private sealed class FromMemory(byte[] body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(
                new HttpResponseMessage
                {
                    RequestMessage = request,
                    Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json", "utf-8") } },
                }
            );
    }
}
