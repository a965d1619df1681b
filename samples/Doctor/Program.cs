using System.Text;
using Doctor;

Console.OutputEncoding = Encoding.UTF8;
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
try
{
    var line = CommandLine.Parse(args);
    var report = line.Servers is { } servers
        ? await RealServers.ExamineAsync(servers, line.Counterparties, stop.Token)
        : await Demo.ExamineAsync(line.IsSick, stop.Token);
    if (line.IsJson)
        Console.WriteLine(report.ToJson(line.Culture));
    else
        ReportView.Show(report, line.Culture);
    return ExitCode.Of(report.Result);
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
    await Console.Error.WriteLineAsync("Stopped.");
    return ExitCode.Stopped;
}
