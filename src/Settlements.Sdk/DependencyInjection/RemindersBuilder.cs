using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;
using Settlements.Balances;
using Settlements.Credit;
using Settlements.Reminders;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The reminders that were added: their stores, their source and their schedule, and the way back to add other parts.</summary>
public sealed class RemindersBuilder
{
    internal RemindersBuilder(SettlementsBuilder settlements) => Settlements = settlements;

    /// <summary>Goes on adding parts.</summary>
    public SettlementsBuilder Settlements { get; }

    /// <summary>Keeps log, register and flags in memory: for tests. After a restart everything is sent again.</summary>
    public RemindersBuilder UseInMemoryStores()
    {
        Settlements.Services.TryAddSingleton<IReminderLog>(services => new InMemoryReminderLog(
            services.GetRequiredService<TimeProvider>()
        ));
        Settlements.Services.TryAddSingleton<ICreditStatusStore, InMemoryCreditStatusStore>();
        return this;
    }

    /// <summary>Reminds of the open documents of stored balances: <see cref="StoredReceivables"/>. Needs <see cref="IBalanceStore"/> and <see cref="IOpenDocumentStore"/>.</summary>
    /// <param name="maxAge">How old the figures may be for something to be sent by them; null for any age.</param>
    public RemindersBuilder UseStoredReceivables(Duration? maxAge = null)
    {
        Settlements.Services.TryAddSingleton<IReceivableSource>(services => new StoredReceivables(
            services.GetRequiredService<IBalanceStore>(),
            services.GetRequiredService<IOpenDocumentStore>(),
            services.GetRequiredService<TimeProvider>(),
            maxAge
        ));
        return this;
    }

    /// <summary>Reminds daily while the host runs: <see cref="ReminderService"/>.</summary>
    /// <param name="configure">Another time, or the switch to turn it off; null for the defaults.</param>
    public RemindersBuilder RunInBackground(Action<ReminderScheduleOptions>? configure = null) =>
        Run(options => configure?.Invoke(options));

    /// <summary>Reminds daily while the host runs, with the schedule of a configuration section.</summary>
    /// <param name="section">Keys are the names of <see cref="ReminderScheduleOptions"/>; a key that is no option is an error.</param>
    /// <exception cref="ArgumentNullException"><paramref name="section"/> is null.</exception>
    public RemindersBuilder RunInBackground(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Run(options => ReminderConfiguration.Bind(section, options));
    }

    private RemindersBuilder Run(Action<ReminderScheduleOptions> configure)
    {
        var services = Settlements.Services;
        services.AddOptions<ReminderScheduleOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ReminderScheduleOptions>, ReminderScheduleValidator>());
        services.TryAddSingleton<ReminderService>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<ReminderService>());
        return this;
    }
}
