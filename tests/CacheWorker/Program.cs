using System.Globalization;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Settlements;
using Settlements.Balances;
using Settlements.CacheWorker;

// A process of a shop: "PORT-OF-REDIS URL-OF-1C CUSTOMER...". Takes a command a line and answers each with a line.
var cache = await RedisCache.ConnectAsync(int.Parse(args[0], CultureInfo.InvariantCulture));
var services = new ServiceCollection();
services.AddSingleton<IDistributedCache>(cache);
services
    .AddSettlements()
    .AddBalanceReader(options =>
    {
        // Short enough that the processes look at what they share all the time.
        options.MemoryLifetime = Duration.FromMilliseconds(20);
        options.FailurePause = Duration.FromMilliseconds(50);
    })
    .AddOneC(options => options.BaseUrl = new Uri(args[1]));
await using var provider = services.BuildServiceProvider();
var reader = provider.GetRequiredService<BalanceReader>();
var customers = args[2..].Select(CounterpartyId.Parse).ToList();
var load = new Load(reader, customers);

await Console.Out.WriteLineAsync("ready");
while (await Console.In.ReadLineAsync() is { } command)
    await Console.Out.WriteLineAsync(await AnswerAsync(command));

async Task<string> AnswerAsync(string command)
{
    switch (command)
    {
        case "cached":
            return Say(await reader.GetAsync(customers[0], Freshness.Cached));
        case "live":
            return Say(await reader.GetAsync(customers[0], Freshness.Live));
        case "invalidate":
            return (await reader.InvalidateAsync(customers[0])).ToString();
        case "load":
            load.Start();
            return "loading";
        case "readings":
            return load.Readings.ToString(CultureInfo.InvariantCulture);
        case "stop":
            return await load.StopAsync();
        default:
            return $"'{command}' is unknown";
    }
}

static string Say(BalanceReading reading) =>
    string.Create(CultureInfo.InvariantCulture, $"{reading.Origin} {reading.Balance.Debt!.Value.Amount}");
