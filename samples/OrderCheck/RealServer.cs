using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Settlements.OneC;

namespace OrderCheck;

/// <summary>Checks one order against a real publication.</summary>
internal static class RealServer
{
    public static async Task<int> RunAsync(CommandLine line)
    {
        await using var provider = Services(line);
        var result = await Check(provider).CheckAsync(line.Order);
        if (line.Json)
            Console.WriteLine(result.ToJson());
        else
            new DecisionView(line.Culture).Show(result);
        return ExitCode.Of(result.Decision.Verdict);
    }

    private static ServiceProvider Services(CommandLine line)
    {
        var services = new ServiceCollection();
        services.AddSettlements().AddOrderCheck(options => options.Policy = line.Policy).AddOneC(options => Configure(options, line));
        return services.BuildServiceProvider();
    }

    private static Settlements.Credit.OrderCheck Check(ServiceProvider provider)
    {
        try
        {
            return provider.GetRequiredService<Settlements.Credit.OrderCheck>();
        }
        catch (OptionsValidationException e)
        {
            throw new UsageException(string.Join(Environment.NewLine, e.Failures));
        }
    }

    private static void Configure(OneCOptions options, CommandLine line)
    {
        options.BaseUrl = line.BaseUrl;
        options.AllowHttp = line.AllowHttp;
        options.Key = line.Key;
        options.User = line.User;
        options.Password = line.Password;
        options.AllowEmptyPassword = line.Password is "";
        if (line.KeyHeader is { } header)
        {
            options.KeyPlacement = OneCKeyPlacement.Header;
            options.KeyHeader = header;
        }
    }
}
