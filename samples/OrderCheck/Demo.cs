using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Settlements;
using Settlements.Credit;
using Settlements.Terms;
using Settlements.Testing;
using Spectre.Console;

namespace OrderCheck;

/// <summary>A handful of telling orders against an emulated 1C server, over real HTTP on a loopback port.</summary>
internal static class Demo
{
    private static readonly LocalDate Today = new(2026, 11, 21);
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.FromHours(3));

    private static readonly EmulatedBalance GoodStanding = new()
    {
        Currency = "RUB",
        Debt = 125_000m,
        Advance = 0m,
        OverdueDebt = 0m,
        CreditLimit = 500_000m,
        UpdatedAt = "2026-11-21T11:58:00",
    };

    public static async Task<int> RunAsync()
    {
        var clock = new SampleClock(Noon);
        await using var server = await OneCEmulator.StartAsync(new OneCEmulatorOptions { Key = "demo-key" });
        await using var provider = Services(server, clock);
        var check = provider.GetRequiredService<Settlements.Credit.OrderCheck>();
        var view = new DecisionView(CultureInfo.GetCultureInfo("en"));
        AnsiConsole.WriteLine($"Emulated 1C server: {server.BaseUrl}");
        AnsiConsole.WriteLine($"Today is {Today:uuuu-MM-dd}.");

        foreach (var story in Stories())
        {
            var customer = new CounterpartyId(Guid.CreateVersion7());
            story.Prepare(server, customer);
            view.Show(
                await check.CheckAsync(new OrderToCheck("A-1001", customer, Money.Rub(story.Total), Today, story.Terms)),
                story.Title
            );
        }

        await ShowTwoAtOneMomentAsync(server, check, view);
        AnsiConsole.WriteLine($"{server.Requests.Count} requests reached the emulated 1C server.");
        return 0;
    }

    private static ServiceProvider Services(OneCEmulator server, TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services
            .AddSettlements()
            .AddOrderCheck()
            .AddOneC(options =>
            {
                options.BaseUrl = server.BaseUrl;
                options.Key = "demo-key";
            });
        return services.BuildServiceProvider();
    }

    private static IEnumerable<Story> Stories()
    {
        yield return new("Within the limit", 20_000m, PaymentTerms.Deferred(30), GoodStanding);
        yield return new("Near the limit", 330_000m, PaymentTerms.Deferred(30), GoodStanding);
        yield return new("Over the limit", 400_000m, PaymentTerms.Mixed(5m, 14), GoodStanding);
        yield return new("Something is overdue", 20_000m, PaymentTerms.Deferred(30), GoodStanding with { OverdueDebt = 20_000m });
        yield return new("Prepaid, by a customer at the limit", 20_000m, PaymentTerms.Prepay(), GoodStanding with { Debt = 500_000m });
        yield return new("1C does not say what the limit is", 20_000m, PaymentTerms.Deferred(30), GoodStanding with { CreditLimit = null });
        yield return new("1C is silent: an update is running", 20_000m, PaymentTerms.Deferred(30), GoodStanding, OneCFault.Maintenance());
    }

    private static async Task ShowTwoAtOneMomentAsync(OneCEmulator server, Settlements.Credit.OrderCheck check, DecisionView view)
    {
        var customer = new CounterpartyId(Guid.CreateVersion7());
        server.SetBalance(customer, GoodStanding);
        OrderToCheck Order(string id) => new(id, customer, Money.Rub(300_000m), Today, PaymentTerms.Deferred(30));

        var results = await Task.WhenAll(check.CheckAsync(Order("A-2001")), check.CheckAsync(Order("A-2002")));
        foreach (var result in results.OrderBy(result => result.Decision.Verdict))
            view.Show(result, "Two orders of 300,000 at one moment, room for one");
    }

    private sealed record Story(string Title, decimal Total, PaymentTerms Terms, EmulatedBalance Balance, OneCFault? Fault = null)
    {
        public void Prepare(OneCEmulator server, CounterpartyId customer)
        {
            server.SetBalance(customer, Balance);
            if (Fault is not null)
                server.Faults.For(customer, Fault);
        }
    }
}
