using Microsoft.Extensions.DependencyInjection.Extensions;
using Settlements.Balances;
using Settlements.Credit;
using Settlements.EntityFrameworkCore;
using Settlements.EntityFrameworkCore.Balances;
using Settlements.EntityFrameworkCore.Credit;
using Settlements.EntityFrameworkCore.Linking;
using Settlements.EntityFrameworkCore.Payments;
using Settlements.EntityFrameworkCore.Reminders;
using Settlements.EntityFrameworkCore.Terms;
using Settlements.Linking;
using Settlements.Payments;
using Settlements.Reminders;
using Settlements.Terms;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts the stores over a database in place of those that are registered.</summary>
internal static class StoreRegistration
{
    public static SettlementsBuilder AddStoresOver<TDatabase>(this SettlementsBuilder builder, Func<IServiceProvider, TDatabase> database)
        where TDatabase : StoreDatabase
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.Replace(ServiceDescriptor.Singleton<StoreDatabase>(database));
        services.RemoveAll<SettlementsDatabase>();
        if (typeof(TDatabase).IsAssignableTo(typeof(OwnDatabase)))
            services.AddSingleton(provider => new SettlementsDatabase((OwnDatabase)provider.GetRequiredService<StoreDatabase>()));
        services.Replace(ServiceDescriptor.Singleton<IBalanceStore, StoredBalances>());
        services.Replace(ServiceDescriptor.Singleton<IOpenDocumentStore, StoredBalances>());
        services.Replace(ServiceDescriptor.Singleton<IPaymentExportStore, StoredPaymentExport>());
        services.Replace(ServiceDescriptor.Singleton<IAccountDirectory, StoredAccountDirectory>());
        services.Replace(ServiceDescriptor.Singleton<ICreditHoldStore, StoredHolds>());
        services.Replace(ServiceDescriptor.Singleton<ICreditDecisionLog, StoredDecisions>());
        services.Replace(ServiceDescriptor.Singleton<ICreditStatusStore, StoredCreditStatus>());
        services.Replace(ServiceDescriptor.Singleton<IReminderLog, StoredReminders>());
        services.Replace(ServiceDescriptor.Singleton<ICounterpartyLinkStore, StoredLinks>());
        services.Replace(ServiceDescriptor.Singleton<IPaymentTermsStore, StoredTerms>());
        return builder;
    }
}
