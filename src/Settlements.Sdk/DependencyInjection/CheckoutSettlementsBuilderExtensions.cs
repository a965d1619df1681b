using Microsoft.Extensions.DependencyInjection.Extensions;
using Settlements.Credit;
using Settlements.Terms;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the checkout.</summary>
public static class CheckoutSettlementsBuilderExtensions
{
    /// <summary>
    /// Adds <see cref="Checkout"/> as a singleton, over the <see cref="OrderCheck"/> of <c>AddOrderCheck</c>. Terms come from the host's <see cref="IPaymentTermsStore"/>,
    /// without one from an <see cref="InMemoryPaymentTermsStore"/>; a registered <see cref="IWorkingCalendar"/> is used.
    /// </summary>
    /// <param name="builder">The builder that <c>AddSettlements</c> gave.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static SettlementsBuilder AddCheckout(this SettlementsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddOrderCheck();
        builder.Services.TryAddSingleton<IPaymentTermsStore, InMemoryPaymentTermsStore>();
        builder.Services.TryAddSingleton(provider => new Checkout(
            provider.GetRequiredService<OrderCheck>(),
            provider.GetRequiredService<IPaymentTermsStore>(),
            provider.GetService<IWorkingCalendar>()
        ));
        return builder;
    }
}
