using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;
using Settlements.Credit;
using Settlements.Reminders;
using Settlements.Terms;
using Settlements.Testing;

namespace Settlements.Tests.Reminders;

public sealed class RemindersRegistrationTests
{
    [Fact]
    public async Task A_host_gets_a_runner_its_stores_and_the_background_service()
    {
        var world = new ReminderWorld();
        world.Source.Add(ReminderWorld.Owed("A-1", dueIn: -1));
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(world.Time);
        services.AddSingleton<IReceivableSource>(world.Source);
        services.AddSingleton<IReminderChannel>(world.Channel);
        services.AddSettlements().AddReminders().UseInMemoryStores().RunInBackground(options => options.IsEnabled = false);
        await using var provider = services.BuildServiceProvider();

        var service = provider.GetRequiredService<ReminderService>();
        provider.GetServices<IHostedService>().Should().ContainSingle().Which.Should().BeSameAs(service);
        await service.StartAsync(default);
        (await service.TriggerAsync()).Count(ReminderActionKind.SetCreditFlag).Should().Be(1);
        await service.StopAsync(default);

        var status = provider.GetRequiredService<ICreditStatusStore>();
        (await status.FindFlagAsync(ReminderWorld.Counterparty(1), default)).Should().NotBeNull();
    }

    [Fact]
    public void Reads_options_plans_and_schedule_from_configuration()
    {
        var configuration = Configuration(
            """
            {
              "Reminders": {
                "TimeZone": "Asia/Almaty", "Language": "en", "MaxParallel": 8, "DeliveryTimeout": "00:00:30", "FirstPause": "00:01:00",
                "LongestPause": "01:00:00", "Lease": "00:10:00", "StopAfterFailures": 3,
                "Plan": { "GraceDays": 5, "MinimumAmounts": { "RUB": "100.50", "KZT": "1000" } },
                "Plans": {
                  "wholesale": {
                    "Calendar": "KZ",
                    "Steps": [
                      { "Name": "after5", "OffsetDays": 5, "Actions": [ "ManagerTask", "recordOverdue" ] },
                      { "Name": "before2", "OffsetDays": -2, "Unit": "WorkingDays", "Actions": [ "MailCustomer" ] }
                    ]
                  }
                }
              },
              "Schedule": { "IsEnabled": "false", "At": "08:30", "CatchUpAtStart": "false" }
            }
            """
        );
        using var provider = Add(configuration);

        var options = provider.GetRequiredService<IOptions<ReminderOptions>>().Value;
        var schedule = provider.GetRequiredService<IOptions<ReminderScheduleOptions>>().Value;

        (options.TimeZone, options.Language, options.MaxParallel, options.StopAfterFailures).Should().Be(("Asia/Almaty", "en", 8, 3));
        (options.DeliveryTimeout, options.FirstPause, options.LongestPause, options.Lease)
            .Should()
            .Be((TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), TimeSpan.FromMinutes(10)));
        options.Plan.Steps.Should().Equal(ReminderPlan.Default.Steps, (left, right) => left.Name == right.Name);
        (options.Plan.GraceDays, options.Plan.Calendar).Should().Be((5, null));
        options.Plan.MinimumAmounts.Should().BeEquivalentTo([Money.Rub(100.5m), new Money(1000m, Currency.Kzt)]);
        var wholesale = options.Plans.Should().ContainSingle().Which;
        wholesale.Key.Should().Be("wholesale");
        wholesale.Value.Calendar.Should().BeSameAs(ProductionCalendar.Kazakhstan);
        wholesale
            .Value.Steps.Select(step => (step.Name, step.OffsetDays, step.Unit))
            .Should()
            .Equal(("before2", -2, ReminderUnit.WorkingDays), ("after5", 5, ReminderUnit.CalendarDays));
        wholesale.Value.Steps[1].Actions.Should().Equal(ReminderActionKind.ManagerTask, ReminderActionKind.RecordOverdue);
        (schedule.IsEnabled, schedule.At, schedule.CatchUpAtStart).Should().Be((false, new LocalTime(8, 30), false));
    }

    [Theory]
    [InlineData("""{ "Zone": "UTC" }""", "ReminderOptions.Zone is no option: the options here are *")]
    [InlineData("""{ "MaxParallel": "many" }""", "ReminderOptions.MaxParallel cannot be read: give a whole number.")]
    [InlineData("""{ "Plan": { "Calendar": "FR" } }""", "ReminderOptions.Plan.Calendar cannot be read: give RU, BY or KZ.")]
    [InlineData(
        """{ "Plan": { "MinimumAmounts": { "ZZZ": "1" } } }""",
        "ReminderOptions.Plan.MinimumAmounts.ZZZ is no currency of ISO 4217: give a code such as RUB."
    )]
    [InlineData(
        """{ "Plan": { "MinimumAmounts": { "RUB": "a lot" } } }""",
        "ReminderOptions.Plan.MinimumAmounts.RUB cannot be read: give an amount such as 100.00 under the code of its currency."
    )]
    [InlineData(
        """{ "Plan": { "Steps": [ { "Name": "a", "Actions": [ "Mail" ] } ] } }""",
        "ReminderOptions.Plan.The step 'a' has an action that does not exist."
    )]
    [InlineData("""{ "Plan": { "Steps": [ { "Name": "a", "Days": 3 } ] } }""", "ReminderOptions.Plan.Steps.0.Days is no option: *")]
    [InlineData(
        """{ "Plans": { "b": { "Steps": [ { "Name": "a", "Unit": "WorkingDays", "OffsetDays": 3, "Actions": [ "ManagerTask" ] } ] } } }""",
        "ReminderOptions.Plans.b.The step 'a' counts working days and the plan has no calendar: *"
    )]
    public void Says_what_is_wrong_in_configuration(string reminders, string message)
    {
        using var provider = Add(Configuration($$"""{ "Reminders": {{reminders}}, "Schedule": {} }"""));

        provider
            .Invoking(services => services.GetRequiredService<IOptions<ReminderOptions>>().Value)
            .Should()
            .Throw<OptionsValidationException>()
            .Which.Failures.Should()
            .ContainMatch(message);
    }

    [Fact]
    public void Says_that_a_time_of_day_cannot_be_read()
    {
        using var provider = Add(Configuration("""{ "Reminders": {}, "Schedule": { "At": "9 o'clock" } }"""));

        provider
            .Invoking(services => services.GetRequiredService<IOptions<ReminderScheduleOptions>>().Value)
            .Should()
            .Throw<OptionsValidationException>()
            .WithMessage("ReminderScheduleOptions.At cannot be read: give a time such as 09:00.");
    }

    private static ServiceProvider Add(IConfiguration configuration)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ManualTimeProvider());
        services.AddSettlements().AddReminders(configuration.GetSection("Reminders")).RunInBackground(configuration.GetSection("Schedule"));
        return services.BuildServiceProvider();
    }

    private static IConfigurationRoot Configuration(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
}
