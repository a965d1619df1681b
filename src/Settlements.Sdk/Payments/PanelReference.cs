using Settlements.BillManager;

namespace Settlements.Payments;

/// <summary>What is read from the panel once a run: companies, payment methods, providers, currencies.</summary>
internal sealed class PanelReference
{
    internal required IReadOnlyList<BillManagerCompany> Companies { get; init; }

    internal required IReadOnlyList<BillManagerPaymentMethod> Methods { get; init; }

    internal required IReadOnlyList<BillManagerProvider> Providers { get; init; }

    internal required IReadOnlyList<BillManagerCurrency> Currencies { get; init; }

    internal static async Task<PanelReference> LoadAsync(BillManagerClient client, CancellationToken cancellationToken) =>
        new()
        {
            Companies = await client.ListCompaniesAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false),
            Methods = await client.ListPaymentMethodsAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false),
            Providers = await client.ListProvidersAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false),
            Currencies = await client.ListCurrenciesAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false),
        };

    /// <exception cref="DocumentHeldException">No company has the number, or several have.</exception>
    internal BillManagerCompany Company(string tin)
    {
        var wanted = TaxIdText.Trim(tin).ToString();
        var found = Companies.Where(company => TaxIdText.Trim(company.TaxId).SequenceEqual(wanted)).ToList();
        return found switch
        {
            [var only] => only,
            [] => throw DocumentHeldException.ForPerson(
                PaymentExportErrorKind.OrganizationUnknown,
                $"No company of the panel has the organisation's ИНН {wanted}: add it there, or correct it in 1C."
            ),
            _ => throw DocumentHeldException.ForPerson(
                PaymentExportErrorKind.OrganizationAmbiguous,
                $"Several companies of the panel have the organisation's ИНН {wanted}: {PanelText.List(found, c => c.Id, c => c.Name)}.",
                [.. found.Select(company => company.Id)]
            ),
        };
    }

    /// <exception cref="DocumentHeldException">No method fits, or several do.</exception>
    internal BillManagerPaymentMethod Method(string namePart, BillManagerCompany company, long providerId)
    {
        var provider = Providers.FirstOrDefault(p => p.Id == providerId);
        var named = Methods.Where(method => PanelText.Contains(method.Name, namePart)).ToList();
        var fitting = named
            .Where(method =>
                method.IsActive != false
                && IsConnected(method.CompaniesText, company.Id, company.Name, method.IsConnectedToCompany)
                && IsConnected(method.ProvidersText, providerId, provider?.Name, method.IsConnectedToProvider)
            )
            .ToList();
        return fitting switch
        {
            [var only] => only,
            [] => throw DocumentHeldException.ToMend(
                PaymentExportErrorKind.PaymentMethodUnknown,
                $"No payment method with '{namePart}' in its name is active and connected to company {PanelText.Of(company.Id, company.Name)} and provider "
                    + $"{PanelText.Of(providerId, provider?.Name)}"
                    + (named.Count == 0 ? "." : $"; by name alone: {PanelText.List(named, m => m.Id, m => m.Name)}.")
                    + " Mend it in the panel or in PaymentExportOptions.",
                [.. named.Select(method => method.Id)]
            ),
            _ => throw DocumentHeldException.ToMend(
                PaymentExportErrorKind.PaymentMethodAmbiguous,
                $"Several payment methods have '{namePart}' in their names: {PanelText.List(fitting, m => m.Id, m => m.Name)}. "
                    + "Give a longer part of the name in PaymentExportOptions.",
                [.. fitting.Select(method => method.Id)]
            ),
        };
    }

    /// <summary>The panel's id of a currency; null when it has none, or several, with the code.</summary>
    internal long? CurrencyId(Currency currency)
    {
        var found = Currencies.Where(known => known.Currency == currency).ToList();
        return found is [var only] ? only.Id : null;
    }

    /// <summary>What the panel does not show cannot speak against a method: the panel refuses what does not go together, and the payment is read back.</summary>
    private static bool IsConnected(string? shown, long id, string? name, Func<string, bool?> byName) =>
        shown is null || PanelText.HasId(shown, id) || name is null || byName(name) != false;
}
