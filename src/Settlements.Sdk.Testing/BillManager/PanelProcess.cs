using System.Globalization;

namespace Settlements.Testing.BillManager;

/// <summary>The emulated panel as a program: see <see cref="BillManagerEmulator.RunAsync"/>.</summary>
internal sealed class PanelProcess(TextReader input, TextWriter output, TextWriter errors)
{
    private const int WrongUsage = 64;

    internal async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        BillManagerEmulatorOptions options;
        BillManagerPanel panel;
        try
        {
            (options, panel) = await ReadAsync(args, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or IOException)
        {
            await errors.WriteLineAsync(e.Message).ConfigureAwait(false);
            return WrongUsage;
        }

        var emulator = await BillManagerEmulator.StartAsync(options, panel, cancellationToken).ConfigureAwait(false);
        await using (emulator.ConfigureAwait(false))
        {
            await output.WriteLineAsync(emulator.Endpoint.ToString()).ConfigureAwait(false);
            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await input.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return 0;
            }
        }
        return 0;
    }

    private static async Task<(BillManagerEmulatorOptions, BillManagerPanel)> ReadAsync(string[] args, CancellationToken cancellationToken)
    {
        var options = new BillManagerEmulatorOptions();
        var panel = new BillManagerPanel();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length)
                throw new ArgumentException($"{args[i]} needs a value.");
            var value = args[i + 1];
            switch (args[i])
            {
                case "--port":
                    options = options with { Port = Number(args[i], value) };
                    break;
                case "--latency":
                    options = options with { Latency = TimeSpan.FromMilliseconds(Number(args[i], value)) };
                    break;
                case "--panel":
                    panel = BillManagerPanel.FromJson(await File.ReadAllTextAsync(value, cancellationToken).ConfigureAwait(false));
                    break;
                default:
                    throw new ArgumentException($"'{args[i]}' is unknown. Use --port N, --panel FILE, --latency MILLISECONDS.");
            }
        }
        options.Validate();
        return (options, panel);
    }

    private static int Number(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ArgumentException($"{name} is '{text}': give a whole number.");
}
