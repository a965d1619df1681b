using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;
using Settlements.Linking;
using Settlements.OneC;
using Settlements.Payers;

namespace Settlements.Tests.OneC;

/// <summary>A directory of 1C over a mocked wire.</summary>
internal sealed class DirectoryHost : IAsyncDisposable
{
    internal const string Inn = "7707083893";
    internal const string Kpp = "773601001";
    internal const string Guid = "6f2a1c04-93b5-4d1e-8a57-0c1d2e3f4a5b";
    internal const string OtherGuid = "0a94d6f5-1be0-4b2e-9c3f-5d6e7f809a1b";

    internal static readonly TaxId Company = TaxId.Parse(Inn, TaxIdCountry.Russia, Kpp);

    /// <summary>An INN that begins with zero.</summary>
    internal static readonly TaxId Adygea = TaxId.Parse("0105000015", TaxIdCountry.Russia);

    private readonly OneCHost _onec;

    internal DirectoryHost(Action<OneCOptions>? configure = null) =>
        _onec = new OneCHost(configure, onec => onec.AddDirectory().Should().BeSameAs(onec));

    internal MockHttpMessageHandler Wire => _onec.Wire;

    internal CapturedLog Log => _onec.Log;

    internal OneCDirectoryClient Client => _onec.Services.GetRequiredService<OneCDirectoryClient>();

    internal IServiceProvider Services => _onec.Services;

    internal static CounterpartyId Id => CounterpartyId.Parse(Guid);

    internal static NewCounterparty New(TaxId? taxId) =>
        new()
        {
            Key = "user-17",
            Name = "ООО «Ромашка»",
            Kind = CounterpartyKind.Company,
            TaxId = taxId,
            Email = "buh@romashka.example",
        };

    /// <summary>What a search finds in an answer.</summary>
    internal static async Task<IReadOnlyList<DirectoryCounterparty>> SearchAsync(
        string body,
        TaxId? taxId = null,
        Action<OneCOptions>? configure = null
    )
    {
        await using var host = new DirectoryHost(configure);
        host._onec.Answers(body);
        return await host.Client.FindByTaxIdAsync(taxId ?? Company, CancellationToken.None);
    }

    internal static async Task<DirectoryCounterparty?> FindAsync(string body, Action<OneCOptions>? configure = null)
    {
        await using var host = new DirectoryHost(configure);
        host._onec.Answers(body);
        return await host.Client.FindAsync(Id, CancellationToken.None);
    }

    internal static async Task<CounterpartyRegistration> RegisterAsync(
        string body,
        TaxId? taxId = null,
        HttpStatusCode status = HttpStatusCode.OK
    )
    {
        await using var host = new DirectoryHost();
        host._onec.Answers(body, status);
        return await host.Client.RegisterAsync(New(taxId ?? Company), CancellationToken.None);
    }

    internal static async Task<OneCException> RefusalOf<T>(Task<T> call) =>
        (await FluentActions.Awaiting(() => call).Should().ThrowAsync<OneCException>()).Which;

    public ValueTask DisposeAsync() => _onec.DisposeAsync();
}
