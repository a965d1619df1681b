using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Settlements.Linking;
using static Settlements.Tests.Linking.LinkingGiven;

namespace Settlements.Tests.Linking;

public sealed class LinkingServicesTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_linker_takes_the_store_and_the_directory_that_are_registered(bool hasDirectory)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ICounterpartyLinkStore, InMemoryCounterpartyLinkStore>();
        if (hasDirectory)
            services.AddSingleton<ICounterpartyDirectory>(new ScriptedDirectory());
        services.AddSettlements().AddLinking(options => options.Sharing = CounterpartySharing.Allowed).AddLinking();
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        var linker = provider.GetRequiredService<CounterpartyLinker>();
        var result = await linker.LinkAsync(User("u", stored: 1));

        result.Outcome.Should().Be(hasDirectory ? LinkingOutcome.UnknownCounterparty : LinkingOutcome.Linked);
        linker.Should().BeSameAs(provider.GetRequiredService<CounterpartyLinker>());
    }

    [Fact]
    public void A_wrong_option_is_told_when_the_linker_is_made()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ICounterpartyLinkStore, InMemoryCounterpartyLinkStore>();
        services.AddSettlements().AddLinking(options => options.Sharing = (CounterpartySharing)9);
        using var provider = services.BuildServiceProvider();

        FluentActions
            .Invoking(provider.GetRequiredService<CounterpartyLinker>)
            .Should()
            .Throw<OptionsValidationException>()
            .WithMessage("*Sharing is 9*");
    }
}
