using System.Text;
using OrderCheck;
using Spectre.Console;

Console.OutputEncoding = Encoding.UTF8;
if (Console.IsOutputRedirected)
    AnsiConsole.Console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No });
try
{
    return args.Length == 0 ? await Demo.RunAsync() : await RealServer.RunAsync(CommandLine.Parse(args));
}
catch (UsageException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    await Console.Error.WriteLineAsync();
    await Console.Error.WriteLineAsync(CommandLine.Usage);
    return ExitCode.WrongUsage;
}
