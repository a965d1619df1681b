using System.Text;
using PaymentExport;
using Settlements.Testing;

Console.OutputEncoding = Encoding.UTF8;
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
try
{
    return args switch
    {
        [] => await Demo.RunAsync(stop.Token),
        ["emulate", .. var rest] => await BillManagerEmulator.RunAsync(rest, Console.In, Console.Out, Console.Error, stop.Token),
        _ => await RealPanel.RunAsync(CommandLine.Parse(args), stop.Token),
    };
}
catch (UsageException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    await Console.Error.WriteLineAsync();
    await Console.Error.WriteLineAsync(CommandLine.Usage);
    return ExitCode.WrongUsage;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Stopped. What was under way is looked up at the next start.");
    return ExitCode.Waiting;
}
