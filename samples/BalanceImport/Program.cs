using System.Text;
using BalanceImport;

Console.OutputEncoding = Encoding.UTF8;
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
try
{
    return args is [] ? await Demo.RunAsync(stop.Token) : await Watch.RunAsync(CommandLine.Parse(args), stop.Token);
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
    await Console.Error.WriteLineAsync("Stopped. Files that were not imported whole are still in the folder.");
    return ExitCode.Done;
}
