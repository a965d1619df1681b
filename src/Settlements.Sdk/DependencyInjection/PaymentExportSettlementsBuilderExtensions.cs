using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Settlements.BillManager;
using Settlements.Payments;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the export of payments into BILLmanager.</summary>
public static class PaymentExportSettlementsBuilderExtensions
{
    /// <summary>Adds <see cref="PaymentExporter"/> and <see cref="AccountLoader"/>. Nothing runs by itself until <see cref="PaymentExportBuilder.RunInBackground"/>.</summary>
    /// <remarks>
    /// Needs the client of the panel (<c>AddBillManager</c>) and an <see cref="IPaymentExportStore"/>; accounts are kept in memory unless an
    /// <see cref="IAccountDirectory"/> is registered.
    /// </remarks>
    /// <param name="builder">The builder of <c>AddSettlements()</c>.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts, or at first use. Null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static PaymentExportBuilder AddPaymentExport(this SettlementsBuilder builder, Action<PaymentExportOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<PaymentExportOptions>().Configure(options => configure?.Invoke(options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PaymentExportOptions>, PaymentExportValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IAccountDirectory, InMemoryAccountDirectory>();
        services.TryAddSingleton(provider => new PaymentExporter(
            provider.GetRequiredService<BillManagerClient>(),
            provider.GetRequiredService<IPaymentExportStore>(),
            provider.GetRequiredService<IAccountDirectory>(),
            provider.GetRequiredService<IOptions<PaymentExportOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<PaymentExporter>>()
        ));
        services.TryAddSingleton(provider => new AccountLoader(
            provider.GetRequiredService<BillManagerClient>(),
            provider.GetRequiredService<IAccountDirectory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<AccountLoader>>()
        ));
        return new PaymentExportBuilder(builder);
    }
}
