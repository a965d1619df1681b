using Settlements.BillManager;
using Settlements.Testing.BillManager;

namespace Settlements.Testing;

/// <summary>An emulated BILLmanager 6 on a free loopback port, for tests and demonstrations.</summary>
/// <remarks>
/// <para>
/// It keeps clients, payers and payments (<see cref="Panel"/>), answers the functions that this library and programs like it call, by GET and POST, as XML and
/// JSON, and goes wrong on demand (<see cref="Faults"/>). What reached it stands in <see cref="Calls"/>.
/// </para>
/// <para>
/// Shapes of answers follow documents captured from version 6.94; behaviour that nobody outside the vendor has seen is inferred, and listed so in
/// docs/billmanager.md. Passing against the emulator does not prove that a real panel behaves so.
/// </para>
/// </remarks>
public sealed class BillManagerEmulator : IAsyncDisposable
{
    private readonly PanelServer _server;
    private readonly PanelProgram _program;

    private BillManagerEmulator(BillManagerPanel panel, BillManagerEmulatorOptions options)
    {
        Panel = panel;
        Options = options;
        _program = new PanelProgram(panel, options);
        _server = new PanelServer(this, _program);
    }

    /// <summary>The options it was started with.</summary>
    public BillManagerEmulatorOptions Options { get; }

    /// <summary>What it knows.</summary>
    public BillManagerPanel Panel { get; }

    /// <summary>What goes wrong, and with which calls.</summary>
    public BillManagerFaultPlan Faults { get; } = new();

    /// <summary>What reached it.</summary>
    public BillManagerCallLog Calls { get; } = new();

    /// <summary>The address to give to a client: <c>http://127.0.0.1:50123/billmgr</c>.</summary>
    public Uri Endpoint => new(_server.Address, "/billmgr");

    /// <summary>Starts a panel.</summary>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <param name="panel">What it knows; null for a new one.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentException">An option has a wrong value.</exception>
    public static async Task<BillManagerEmulator> StartAsync(
        BillManagerEmulatorOptions? options = null,
        BillManagerPanel? panel = null,
        CancellationToken cancellationToken = default
    )
    {
        options ??= new BillManagerEmulatorOptions();
        options.Validate();
        var emulator = new BillManagerEmulator(panel ?? new BillManagerPanel(), options);
        await emulator._server.StartAsync(cancellationToken).ConfigureAwait(false);
        return emulator;
    }

    /// <summary>
    /// Runs a panel as a program of its own until standard input ends, for tests that kill its caller: writes its address as the first line of standard
    /// output, answers <c>GET /emulator/panel</c> with everything it knows (<see cref="BillManagerPanel.FromJson"/>) and <c>GET /emulator/calls</c> with the
    /// number of calls by function.
    /// </summary>
    /// <param name="args"><c>--port N</c> (any free one), <c>--panel FILE</c> (JSON of <see cref="BillManagerPanel.ToJson"/>), <c>--latency MILLISECONDS</c>.</param>
    /// <param name="input">Standard input: <c>Console.In</c>.</param>
    /// <param name="output">Standard output: <c>Console.Out</c>.</param>
    /// <param name="errors">Standard error: <c>Console.Error</c>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The exit code: 0, or 64 for wrong arguments.</returns>
    public static Task<int> RunAsync(
        string[] args,
        TextReader input,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellationToken = default
    ) => new PanelProcess(input, output, errors).RunAsync(args, cancellationToken);

    /// <summary>Lets a client call this panel as its administrator: <c>AddBillManager(panel.ConfigureClient)</c>.</summary>
    public void ConfigureClient(BillManagerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Endpoint = Endpoint;
        options.UserName = BillManagerPanel.AdministratorName;
        options.Password = BillManagerPanel.AdministratorPassword;
    }

    /// <summary>Ends all sessions, as a restart of the panel does.</summary>
    public void EndSessions()
    {
        lock (Panel.Gate)
            _program.Sessions.EndAll();
    }

    /// <summary>Stops at once: held and silent answers are broken off.</summary>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
