using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Settlements.Credit;
using Settlements.EntityFrameworkCore;
using Settlements.OneC;

namespace OrderCheck;

/// <summary>Checks one order against a real publication.</summary>
internal static class RealServer
{
    public static async Task<int> RunAsync(CommandLine line)
    {
        await using var provider = Services(line);
        var result = await CheckAsync(Check(provider), line);
        if (line.Json)
            Console.WriteLine(result.ToJson());
        else
            new DecisionView(line.Culture).Show(result);
        return ExitCode.Of(result.Decision.Verdict);
    }

    private static ServiceProvider Services(CommandLine line)
    {
        var services = new ServiceCollection();
        var settlements = services.AddSettlements().AddOrderCheck(options => options.Policy = line.Policy);
        settlements.AddOneC(options => Configure(options, line));
        if (line.State is { } file)
            AddState(settlements, file);
        return services.BuildServiceProvider();
    }

    private static void AddState(SettlementsBuilder settlements, string file)
    {
        try
        {
            settlements.AddSqliteStores(file);
        }
        catch (ArgumentException e)
        {
            throw new UsageException($"--state: {e.Message}");
        }
    }

    private static async Task<OrderCheckResult> CheckAsync(Settlements.Credit.OrderCheck check, CommandLine line)
    {
        try
        {
            return await check.CheckAsync(line.Order);
        }
        // The first use makes the file, or refuses one that is not ours.
        catch (Exception e) when (line.State is not null && (e is StoreException or InvalidOperationException))
        {
            throw new UsageException($"--state {line.State} cannot be used: {e.Message}");
        }
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
