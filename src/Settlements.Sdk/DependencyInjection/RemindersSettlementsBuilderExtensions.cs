using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Settlements.Credit;
using Settlements.Reminders;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds reminders.</summary>
public static class RemindersSettlementsBuilderExtensions
{
    /// <summary>Adds <see cref="ReminderRunner"/>. Nothing runs by itself until <see cref="RemindersBuilder.RunInBackground(Action{ReminderScheduleOptions}?)"/>.</summary>
    /// <remarks>
    /// Needs an <see cref="IReceivableSource"/>, an <see cref="IReminderLog"/>, an <see cref="IReminderChannel"/> and an <see cref="ICreditStatusStore"/>; takes an
    /// <see cref="IReminderCustomers"/> where there is one.
    /// </remarks>
    /// <param name="builder">The builder of <c>AddSettlements()</c>.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts, or at first use. Null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static RemindersBuilder AddReminders(this SettlementsBuilder builder, Action<ReminderOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return Add(builder, options => configure?.Invoke(options));
    }

    /// <summary>Adds <see cref="ReminderRunner"/> with the options of a configuration section.</summary>
    /// <param name="builder">The builder of <c>AddSettlements()</c>.</param>
    /// <param name="section">
    /// Keys are the names of the options; a key that is no option is an error. A plan has <c>Steps</c> (<c>Name</c>, <c>OffsetDays</c>, <c>Unit</c>, <c>Actions</c>;
    /// those of the default plan when left out), <c>Calendar</c> (<c>RU</c>, <c>BY</c>, <c>KZ</c>), <c>GraceDays</c> and <c>MinimumAmounts</c>
    /// (<c>{ "RUB": "100.00" }</c>).
    /// </param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static RemindersBuilder AddReminders(this SettlementsBuilder builder, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(section);
        return Add(builder, options => ReminderConfiguration.Bind(section, options));
    }

    private static RemindersBuilder Add(SettlementsBuilder builder, Action<ReminderOptions> configure)
    {
        var services = builder.Services;
        services.AddOptions<ReminderOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ReminderOptions>, ReminderOptionsValidator>());
        services.TryAddSingleton(provider => new ReminderRunner(
            provider.GetRequiredService<IReceivableSource>(),
            provider.GetRequiredService<IReminderLog>(),
            provider.GetRequiredService<IReminderChannel>(),
            provider.GetRequiredService<ICreditStatusStore>(),
            provider.GetRequiredService<IOptions<ReminderOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<IReminderCustomers>(),
            provider.GetService<ILogger<ReminderRunner>>()
        ));
        return new RemindersBuilder(builder);
    }
}
