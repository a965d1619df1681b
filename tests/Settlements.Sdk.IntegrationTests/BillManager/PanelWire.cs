using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Settlements.Testing;

namespace Settlements.IntegrationTests.BillManager;

/// <summary>The emulated panel as a bare HTTP client sees it, with a client of the panel and root beside the administrator.</summary>
internal sealed class PanelWire : IAsyncDisposable
{
    private readonly HttpClient _http = new();

    private PanelWire(BillManagerEmulator emulator)
    {
        Emulator = emulator;
        var account = emulator.Panel.AddClient("ООО Ромашка", "7707083893");
        emulator.Panel.ChangePaymentMethod(41, m => m with { Module = "pmbank" });
        emulator.Panel.AddUser(id => new PanelUser
        {
            Id = id,
            Name = "client",
            Password = "client-password",
            Level = 16,
            AccountId = account.AccountId,
        });
        emulator.Panel.AddUser(id => new PanelUser
        {
            Id = id,
            Name = "root",
            Password = "root-password",
            Level = 30,
        });
    }

    internal BillManagerEmulator Emulator { get; }

    /// <summary>A client's payment by a method that sends the payer to a bank.</summary>
    internal (string Name, string Value)[] Payment { get; } =
    [
        ("amount", "10.00"),
        ("payment_currency", "126"),
        ("paymethod", "41"),
        ("randomnumber", "a1B2c3D4e5F6"),
        ("project", ""),
        ("customer_account", ""),
    ];

    internal static async Task<PanelWire> StartAsync(Func<BillManagerEmulatorOptions, BillManagerEmulatorOptions>? configure = null)
    {
        var options = new BillManagerEmulatorOptions();
        return new PanelWire(await BillManagerEmulator.StartAsync(configure?.Invoke(options) ?? options));
    }

    internal Task<string> AsClientAsync(string function, string output, params (string, string)[] parameters) =>
        AsAsync("client:client-password", function, output, parameters);

    internal Task<string> AsRootAsync(string function, string output, params (string, string)[] parameters) =>
        AsAsync("root:root-password", function, output, parameters);

    internal Task<string> AsAdministratorAsync(string function, string output, params (string, string)[] parameters) =>
        AsAsync($"{BillManagerPanel.AdministratorName}:{BillManagerPanel.AdministratorPassword}", function, output, parameters);

    /// <summary>The rows of a list as an administrator.</summary>
    internal async Task<List<XElement>> RowsAsync(string function, params (string, string)[] parameters) =>
        [.. XElement.Parse(await AsAdministratorAsync(function, "xml", parameters)).Elements("elem")];

    internal async Task<string> PostAsync(params (string Name, string Value)[] parameters)
    {
        using var form = new FormUrlEncodedContent(parameters.Select(p => KeyValuePair.Create(p.Name, p.Value)));
        using var response = await _http.PostAsync(Emulator.Endpoint, form);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return await response.Content.ReadAsStringAsync();
    }

    internal async Task<string> GetAsync(params (string Name, string Value)[] parameters) =>
        await _http.GetStringAsync(
            new Uri(
                Emulator.Endpoint
                    + "?"
                    + string.Join(
                        '&',
                        parameters.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name}={Uri.EscapeDataString(p.Value)}"))
                    )
            )
        );

    internal async Task<string> ReadAsync(string path) => await _http.GetStringAsync(new Uri(Emulator.Endpoint, path));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Emulator.DisposeAsync();
    }

    private Task<string> AsAsync(string authinfo, string function, string output, (string, string)[] parameters) =>
        PostAsync([("func", function), ("out", output), ("authinfo", authinfo), .. parameters]);
}
