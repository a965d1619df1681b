using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Settlements.Balances;
using Settlements.OneC;
using Settlements.Tests.Http;

namespace Settlements.Tests.OneC;

public sealed class RegistrationTests
{
    [Fact]
    public async Task Several_publications_live_side_by_side()
    {
        var services = new ServiceCollection();
        var wires = new Dictionary<string, ScriptedWire>(StringComparer.Ordinal);
        foreach (var name in (string[])["msk", "spb"])
        {
            wires[name] = new ScriptedWire().Then(HttpStatusCode.OK, """{"debt":1}""");
            services
                .AddSettlements()
                .AddOneC(name, options => options.BaseUrl = new Uri($"https://{name}.example/hs/balance"))
                .HttpClient.ConfigurePrimaryHttpMessageHandler(() => wires[name]);
        }

        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredKeyedService<IBalanceSource>("spb").GetBalanceAsync(OneCHost.Counterparty, CancellationToken.None);

        wires["msk"].Requests.Should().BeEmpty();
        wires["spb"].Requests.Should().HaveCount(1);
        provider
            .GetRequiredKeyedService<OneCBalanceClient>("msk")
            .Should()
            .BeSameAs(provider.GetRequiredKeyedService<IBalanceSource>("msk"));
        provider.GetService<IBalanceSource>().Should().BeNull();
    }

    [Fact]
    public void The_same_publication_twice_is_a_mistake()
    {
        var settlements = new ServiceCollection().AddSettlements();
        settlements.AddOneC(_ => { });
        settlements.AddOneC("msk", _ => { });

        FluentActions.Invoking(() => settlements.AddOneC(_ => { })).Should().Throw<InvalidOperationException>();
        FluentActions
            .Invoking(() => settlements.AddOneC("msk", _ => { }))
            .Should()
            .Throw<InvalidOperationException>()
            .WithMessage("*'msk'*");
    }

    [Fact]
    public void The_client_is_one_for_the_program_and_the_way_back_is_the_same_builder()
    {
        var services = new ServiceCollection();
        var settlements = services.AddSettlements();

        var onec = settlements.AddOneC(options => options.BaseUrl = new Uri("https://1c.example/"));

        onec.Settlements.Should().BeSameAs(settlements);
        onec.HttpClient.Name.Should().Be("Settlements.OneC");
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IBalanceSource>().Should().BeSameAs(provider.GetRequiredService<OneCBalanceClient>());
    }
}
