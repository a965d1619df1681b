using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Settlements.BillManager;

namespace Settlements.Benchmarks;

/// <summary>A list of 5,000 payers in one page, through the whole client, against walks of the same bytes.</summary>
[MemoryDiagnoser]
public class BillManagerListBenchmarks
{
    private const int Rows = 5000;

    private readonly byte[] _list = Encoding.UTF8.GetBytes(List());
    private ServiceProvider _services = null!;
    private BillManagerClient _client = null!;

    /// <summary>A panel of canned answers behind the client's own pipeline.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        var services = new ServiceCollection();
        services
            .AddSettlements()
            .AddBillManager(options =>
            {
                options.Endpoint = new Uri("https://panel.example.test");
                options.UserName = "exporter";
                options.Password = "password";
                options.PageSize = Rows;
                options.ListCap = Rows + 1;
            })
            .HttpClient.ConfigurePrimaryHttpMessageHandler(() => new CannedPanel(_list));
        _services = services.BuildServiceProvider();
        _client = _services.GetRequiredService<BillManagerClient>();
    }

    [GlobalCleanup]
    public void CleanUp() => _services.Dispose();

    /// <summary>Nothing is kept of what is read.</summary>
    [Benchmark(Baseline = true)]
    public int BareWalk()
    {
        using var reader = XmlReader.Create(new MemoryStream(_list), Settings());
        var nodes = 0;
        while (reader.Read())
            nodes++;
        return nodes;
    }

    /// <summary>Every text becomes a string, and is thrown away.</summary>
    [Benchmark]
    public int BareWalkWithValues()
    {
        using var reader = XmlReader.Create(new MemoryStream(_list), Settings());
        var length = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Text)
                length += reader.Value.Length;
        }
        return length;
    }

    /// <summary>The usual way: a document in memory, then rows out of it.</summary>
    [Benchmark]
    public int LinqToXml() =>
        XDocument
            .Load(new MemoryStream(_list))
            .Root!.Elements("elem")
            .Select(row => new BillManagerPayer
            {
                Id = long.Parse(row.Element("id")!.Value, CultureInfo.InvariantCulture),
                Name = row.Element("name")?.Value,
                AccountId = long.Parse(row.Element("account_id")!.Value, CultureInfo.InvariantCulture),
                AccountName = row.Element("account")?.Value,
                TaxId = row.Element("vatnum")?.Value,
                IsActive = row.Element("status")?.Value == "on",
            })
            .Count();

    /// <summary>Typed payers through session, resilience, bounded reading and every check of the list.</summary>
    [Benchmark]
    public async Task<int> Client()
    {
        var count = 0;
        await foreach (var payer in _client.ListPayersAsync(new BillManagerPayerFilter()))
            count += payer.Id > 0 ? 1 : 0;
        return count;
    }

    private static XmlReaderSettings Settings() => new() { DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = true };

    private static string List()
    {
        var text = new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<doc lang=\"ru\" func=\"profile\" binary=\"/billmgr\">\n"
        );
        for (var i = 1; i <= Rows; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"""
                  <elem>
                    <id>{i}</id>
                    <name>Общество с ограниченной ответственностью «Ромашка-{i}»</name>
                    <account>Ромашка {i}</account>
                    <account_id>{100000 + i}</account_id>
                    <profiletype orig="2">Юридическое лицо</profiletype>
                    <status>on</status>
                    <vatnum>{7700000000 + i}</vatnum>
                    <country>Россия</country>
                    <email>client{i}@example.test</email>
                    <docflow_status>off</docflow_status>
                  </elem>

                """
            );
        return text.Append(CultureInfo.InvariantCulture, $"<p_cnt>{Rows}</p_cnt><p_num>1</p_num><p_elems>{Rows}</p_elems></doc>")
            .ToString();
    }

    private sealed class CannedPanel(byte[] list) : HttpMessageHandler
    {
        private static readonly byte[] Login = Encoding.UTF8.GetBytes("<doc><auth id=\"0123\">0123</auth></doc>");
        private static readonly byte[] User = Encoding.UTF8.GetBytes("<doc><user id=\"1\" level=\"29\" name=\"exporter\"/></doc>");

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var form = await request.Content!.ReadAsStringAsync(cancellationToken);
            var body =
                form.StartsWith("func=auth", StringComparison.Ordinal) ? Login
                : form.StartsWith("func=whoami", StringComparison.Ordinal) ? User
                : list;
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
        }
    }
}
