using Microsoft.Extensions.DependencyInjection;
using Settlements.Linking;
using Settlements.OneC;
using Settlements.Payers;
using Settlements.Testing;

namespace Settlements.IntegrationTests.OneC;

/// <summary>The directory of the emulated server over real sockets, empty but for two branches of one company.</summary>
public abstract class OneCDirectoryTest : OneCClientTest
{
    protected const string Inn = "7707083893";
    protected const string Moscow = "773601001";
    protected const string Kazan = "165502001";

    protected static TaxId Company { get; } = TaxId.Parse(Inn, TaxIdCountry.Russia, Moscow);

    /// <summary>A number that the directory does not have.</summary>
    protected static TaxId Newcomer { get; } = TaxId.Parse("7736207543", TaxIdCountry.Russia, Moscow);

    protected static NewCounterparty New(string key, TaxId? taxId) =>
        new()
        {
            Key = key,
            Name = "ООО Новичок",
            Kind = CounterpartyKind.Company,
            TaxId = taxId,
            Email = "buh@novichok.example",
        };

    protected OneCDirectoryClient Directory(Action<OneCOptions>? configure = null)
    {
        Server.SetCounterparty(
            Romashka,
            new EmulatedCounterparty
            {
                Name = "ООО Ромашка",
                Tin = Inn,
                Kpp = Moscow,
            }
        );
        Server.SetCounterparty(
            Vasilek,
            new EmulatedCounterparty
            {
                Name = "ООО Ромашка, Казань",
                Tin = Inn,
                Kpp = Kazan,
            }
        );
        return Provider(configure).GetRequiredService<OneCDirectoryClient>();
    }

    protected override void Extend(OneCBuilder onec) => onec.AddDirectory();
}
