using System.Net;
using RichardSzalay.MockHttp;
using static Settlements.Tests.OneC.DirectoryHost;

namespace Settlements.Tests.OneC;

/// <summary>A tax number, a name and an address of a person stand in no log and in no exception, whoever repeats them.</summary>
public sealed class DirectorySecrecyTests
{
    private static readonly string[] Personal = [Inn, "Ромашка", "buh@romashka.example"];

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "{\"error\":\"ООО «Ромашка» 7707083893 buh@romashka.example\"}")]
    [InlineData(HttpStatusCode.InternalServerError, "{HTTPСервис.К.Модуль(1)}: ИНН 7707083893 (ООО «Ромашка», buh@romashka.example)")]
    [InlineData(HttpStatusCode.OK, "7707083893 ООО «Ромашка» buh@romashka.example")]
    [InlineData(HttpStatusCode.OK, "{\"counterparty_id\":\"7707083893\",\"tin\":\"7707083893\"}")]
    [InlineData(HttpStatusCode.OK, "{\"7707083893\":1,\"7707083893\":2}")]
    [InlineData(
        HttpStatusCode.OK,
        "{\"counterparty_id\":\"6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b\",\"tin\":\"7707083893\",\"kpp\":\"7707083893\"}"
    )]
    [InlineData(HttpStatusCode.ServiceUnavailable, "7707083893")]
    public async Task Nothing_personal_leaves_the_client(HttpStatusCode status, string body)
    {
        await using var host = new DirectoryHost(options =>
        {
            options.Resilience.MaxRetries = 1;
            options.Resilience.RetryDelay = TimeSpan.Zero;
        });
        host.Wire.When("*").Respond(_ => new HttpResponseMessage(status) { Content = new StringContent(body) });

        var refusal = await RefusalOf(host.Client.RegisterAsync(New(Company), CancellationToken.None));

        (refusal + string.Join('\n', host.Log.Lines)).Should().NotContainAny(Personal);
    }

    [Fact]
    public async Task A_remark_tells_the_key_and_not_its_value()
    {
        await using var host = new DirectoryHost();
        host.Wire.When("*")
            .Respond(_ => new HttpResponseMessage
            {
                Content = new StringContent($$"""[{"counterparty_id":"{{DirectoryHost.Guid}}","name":"ООО Ромашка","tin":105000015}]"""),
            });

        await host.Client.FindByTaxIdAsync(Adygea, CancellationToken.None);

        host.Log.Lines.Should().Contain(line => line.Contains("1 remarks; the first: [0].tin had lost its leading zero"));
        host.Log.Lines.Should().NotContain(line => line.Contains("105000015") || line.Contains("Ромашка"));
    }
}
