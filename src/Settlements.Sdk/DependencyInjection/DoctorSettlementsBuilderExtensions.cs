using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Settlements.BillManager;
using Settlements.Diagnosis;
using Settlements.OneC;
using Settlements.Payments;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the doctor.</summary>
public static class DoctorSettlementsBuilderExtensions
{
    /// <summary>
    /// Adds <see cref="SettlementsDoctor"/> as a singleton. It examines every publication of <c>AddOneC</c> and the panel of <c>AddBillManager</c>, and the payment methods of
    /// <c>AddPaymentExport</c>, whether they are added before or after it. Options of theirs that are not valid are findings.
    /// </summary>
    /// <param name="builder">The builder that <c>AddSettlements</c> gave.</param>
    /// <param name="configure">Sets the times; null keeps the defaults.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <remarks>A wrong option is an <see cref="OptionsValidationException"/> at the start of the host, or at first use where no host runs.</remarks>
    public static SettlementsBuilder AddDoctor(this SettlementsBuilder builder, Action<DoctorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DoctorOptions>, DoctorOptionsValidator>());
        var options = services.AddOptions<DoctorOptions>().ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        services.TryAddSingleton(provider => new SettlementsDoctor(
            [.. provider.GetServices<OneCRegistration>().Select(registration => Publication(provider, registration))],
            Panel(provider),
            provider.GetRequiredService<IOptions<DoctorOptions>>().Value,
            provider.GetRequiredService<TimeProvider>()
        ));
        return builder;
    }

    private static OneCPatient Publication(IServiceProvider provider, OneCRegistration registration) =>
        new(
            registration.Name,
            () => provider.GetRequiredService<IOptionsMonitor<OneCOptions>>().Get(registration.Name),
            () => provider.GetRequiredKeyedService<OneCPublication>(registration.Client).Balances
        );

    private static BillManagerPatient? Panel(IServiceProvider provider)
    {
        var known = provider.GetRequiredService<IServiceProviderIsService>();
        if (!known.IsService(typeof(BillManagerClient)))
            return null;
        return new(
            () => provider.GetRequiredService<IOptions<BillManagerOptions>>().Value,
            () => provider.GetRequiredService<BillManagerClient>(),
            () => known.IsService(typeof(PaymentExporter)) ? provider.GetRequiredService<IOptions<PaymentExportOptions>>().Value : null
        );
    }
}
