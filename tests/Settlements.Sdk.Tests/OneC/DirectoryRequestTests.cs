using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;
using Settlements.Linking;
using Settlements.OneC;
using Settlements.Payers;
using static Settlements.Tests.OneC.DirectoryHost;

namespace Settlements.Tests.OneC;

/// <summary>What goes over the wire to a directory.</summary>
public sealed class DirectoryRequestTests
{
    private const string None = """{"counterparties":[]}""";

    [Fact]
    public async Task A_search_sends_the_number_without_its_KPP()
    {
        await using var host = new DirectoryHost(options => options.Key = "k");
        host.Wire.Expect(HttpMethod.Get, "https://1c.example/ut/hs/balance/counterparties")
            .WithExactQueryString($"tin={Inn}&key=k")
            .Respond("application/json", None);

        (await host.Client.FindByTaxIdAsync(Company, CancellationToken.None)).Should().BeEmpty();

        host.Wire.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task A_search_by_GUID_uses_the_parameter_of_balances()
    {
        await using var host = new DirectoryHost(options =>
        {
            options.CounterpartyParameter = "guid";
            options.Directory.Path = "/v2/контрагенты";
        });
        host.Wire.Expect(HttpMethod.Get, "https://1c.example/ut/hs/balance/v2/" + Uri.EscapeDataString("контрагенты"))
            .WithExactQueryString($"guid={DirectoryHost.Guid}")
            .Respond("application/json", None);

        (await host.Client.FindAsync(Id, CancellationToken.None)).Should().BeNull();

        host.Wire.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task A_registration_is_a_POST_of_every_key()
    {
        await using var host = new DirectoryHost();
        var sent = await SentAsync(host, New(Company));

        sent.Should()
            .Be(
                """{"idempotency_key":"user-17","name":"ООО «Ромашка»","kind":"company","country":"RU","tin":"7707083893","kpp":"773601001","email":"buh@romashka.example","phone":null}"""
            );
    }

    [Theory]
    [InlineData(CounterpartyKind.Person, "person")]
    [InlineData(CounterpartyKind.Company, "company")]
    [InlineData(CounterpartyKind.Entrepreneur, "entrepreneur")]
    public async Task What_is_not_known_is_null(CounterpartyKind kind, string word)
    {
        await using var host = new DirectoryHost();
        var sent = await SentAsync(
            host,
            new NewCounterparty
            {
                Key = "k",
                Name = "n",
                Kind = kind,
            }
        );

        using var json = JsonDocument.Parse(sent);
        json.RootElement.GetProperty("kind").GetString().Should().Be(word);
        foreach (var key in (string[])["country", "tin", "kpp", "email", "phone"])
            json.RootElement.GetProperty(key).ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("200988541", TaxIdCountry.Belarus, "BY")]
    [InlineData("971240001315", TaxIdCountry.Kazakhstan, "KZ")]
    public async Task The_country_goes_beside_the_number(string number, TaxIdCountry country, string code)
    {
        await using var host = new DirectoryHost();

        (await SentAsync(host, New(TaxId.Parse(number, country)))).Should().Contain($"\"country\":\"{code}\",\"tin\":\"{number}\"");
    }

    [Fact]
    public async Task A_kind_that_is_none_is_refused_before_anything_is_sent()
    {
        await using var host = new DirectoryHost();

        await FluentActions
            .Awaiting(() => host.Client.RegisterAsync(New(null) with { Kind = (CounterpartyKind)9 }, CancellationToken.None))
            .Should()
            .ThrowAsync<ArgumentException>();
        await FluentActions
            .Awaiting(() => host.Client.FindByTaxIdAsync(default, CancellationToken.None))
            .Should()
            .ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again_with_the_same_body()
    {
        await using var host = new DirectoryHost(options =>
        {
            options.Resilience.MaxRetries = 1;
            options.Resilience.RetryDelay = TimeSpan.Zero;
        });
        var bodies = new List<string>();
        host.Wire.When(HttpMethod.Post, "*")
            .Respond(async request =>
            {
                bodies.Add(await request.Content!.ReadAsStringAsync());
                return bodies.Count == 1
                    ? new HttpResponseMessage(HttpStatusCode.GatewayTimeout)
                    : new HttpResponseMessage { Content = new StringContent(Registered()) };
            });

        var result = await host.Client.RegisterAsync(New(Company), CancellationToken.None);

        result.Counterparty.Id.Should().Be(Id);
        bodies.Should().HaveCount(2);
        bodies[1].Should().Be(bodies[0]);
    }

    [Fact]
    public async Task The_directory_is_there_only_when_it_was_added()
    {
        await using var without = new OneCHost();
        await using var with = new DirectoryHost();

        without.Services.GetService<ICounterpartyDirectory>().Should().BeNull();
        with.Services.GetRequiredService<ICounterpartyDirectory>().Should().BeSameAs(with.Client);
    }

    [Fact]
    public void A_named_publication_has_a_named_directory()
    {
        var services = new ServiceCollection();
        services.AddSettlements().AddOneC("msk", options => options.BaseUrl = new Uri("https://1c.example/")).AddDirectory();
        using var provider = services.BuildServiceProvider();

        provider
            .GetRequiredKeyedService<ICounterpartyDirectory>("msk")
            .Should()
            .BeSameAs(provider.GetRequiredKeyedService<OneCDirectoryClient>("msk"));
        provider.GetService<ICounterpartyDirectory>().Should().BeNull();
    }

    private static string Registered() =>
        $$"""{"counterparty_id":"{{DirectoryHost.Guid}}","tin":"{{Inn}}","kpp":"{{Kpp}}","created":true}""";

    private static async Task<string> SentAsync(DirectoryHost host, NewCounterparty counterparty)
    {
        var sent = "";
        host.Wire.When(HttpMethod.Post, "https://1c.example/ut/hs/balance/counterparties")
            .Respond(async request =>
            {
                request.Content!.Headers.ContentType!.ToString().Should().Be("application/json; charset=utf-8");
                sent = await request.Content.ReadAsStringAsync();
                var echo = JsonDocument.Parse(sent).RootElement;
                return new HttpResponseMessage
                {
                    Content = new StringContent(
                        $$"""{"counterparty_id":"{{DirectoryHost.Guid}}","tin":{{echo.GetProperty("tin").GetRawText()}}}"""
                    ),
                };
            });
        await host.Client.RegisterAsync(counterparty, CancellationToken.None);
        return sent;
    }
}
