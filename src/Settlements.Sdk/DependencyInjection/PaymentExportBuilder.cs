using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Settlements.Payments;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The export of payments that was added: its stores and its schedule, and the way back to add other parts.</summary>
public sealed class PaymentExportBuilder
{
    internal PaymentExportBuilder(SettlementsBuilder settlements) => Settlements = settlements;

    /// <summary>Goes on adding parts.</summary>
    public SettlementsBuilder Settlements { get; }

    /// <summary>Keeps queue, journal and register in memory: for tests. After a crash nobody knows what was under way.</summary>
    public PaymentExportBuilder UseInMemoryStore()
    {
        Settlements.Services.TryAddSingleton<IPaymentExportStore>(services => new InMemoryPaymentExportStore(
            services.GetRequiredService<TimeProvider>()
        ));
        return this;
    }

    /// <summary>Loads accounts daily and exports payments hourly while the host runs: <see cref="AccountLoadService"/>, <see cref="PaymentExportService"/>.</summary>
    /// <param name="configure">Other times, or the switch to turn it off by configuration; null for the defaults.</param>
    public PaymentExportBuilder RunInBackground(Action<PaymentScheduleOptions>? configure = null)
    {
        var services = Settlements.Services;
        services.AddOptions<PaymentScheduleOptions>().Configure(options => configure?.Invoke(options)).ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<Options.IValidateOptions<PaymentScheduleOptions>, PaymentScheduleValidator>()
        );
        services.TryAddSingleton<AccountLoadService>();
        services.TryAddSingleton<PaymentExportService>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<AccountLoadService>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<PaymentExportService>());
        return this;
    }
}
