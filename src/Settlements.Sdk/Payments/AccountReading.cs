using System.Globalization;
using Settlements.BillManager;

namespace Settlements.Payments;

/// <summary>Reads whose account a row is out of what the panel happens to show: ids, names, amounts with a unit.</summary>
internal sealed class AccountReading
{
    private readonly Dictionary<long, string?> _clients;
    private readonly ILookup<string, long> _clientsByName;
    private readonly Dictionary<long, string?> _providers;
    private readonly ILookup<string, long> _providersByName;
    private readonly IReadOnlyList<BillManagerCurrency> _currencies;

    internal AccountReading(
        IReadOnlyList<BillManagerAccount> clients,
        IReadOnlyList<BillManagerProvider> providers,
        IReadOnlyList<BillManagerCurrency> currencies
    )
    {
        _clients = clients.ToDictionary(client => client.Id, client => client.Name);
        _clientsByName = ByName(clients.Select(client => (client.Name, client.Id)));
        _providers = providers.ToDictionary(provider => provider.Id, provider => provider.Name);
        _providersByName = ByName(providers.Select(provider => (provider.Name, provider.Id)));
        _currencies = currencies;
    }

    /// <returns>The account, or null with what is missing.</returns>
    /// <param name="row">The row of the list.</param>
    /// <param name="form">The account's form, where the row alone was not enough.</param>
    /// <param name="parent">The one client under whom the panel listed the row; null when it was asked for all at once.</param>
    /// <param name="missing">What the panel does not show.</param>
    internal ClientAccount? Read(BillManagerSubaccount row, BillManagerSubaccount? form, long? parent, out string missing)
    {
        var client = row.AccountId ?? form?.AccountId ?? Find(row.AccountName, _clients, _clientsByName) ?? parent;
        var provider = row.ProviderId ?? form?.ProviderId ?? Find(row.ProviderName, _providers, _providersByName);
        var currency = CurrencyOf(row) ?? (form is null ? null : CurrencyOf(form));
        missing = string.Join(
            ", ",
            new[]
            {
                client is null ? "client" : null,
                provider is null ? "provider" : null,
                currency is null ? "currency" : null,
            }.OfType<string>()
        );
        if (client is not { } clientId || provider is not { } providerId || currency is not { } known)
            return null;

        return new ClientAccount
        {
            Id = row.Id,
            ClientId = clientId,
            ClientName = _clients.GetValueOrDefault(clientId) ?? (row.AccountId is null ? null : row.AccountName),
            ProviderId = providerId,
            Currency = known,
            IsActive = row.IsActive ?? form?.IsActive,
        };
    }

    private Currency? CurrencyOf(BillManagerSubaccount row) =>
        row.Currency
        ?? _currencies.FirstOrDefault(currency => currency.Id == row.CurrencyId)?.Currency
        ?? row.Balance?.In(_currencies)?.Currency;

    /// <summary>A column may hold the name or the id; a name that two have says nothing.</summary>
    private static long? Find(string? text, Dictionary<long, string?> byId, ILookup<string, long> byName)
    {
        if (text is null)
            return null;
        var named = byName[text.Trim()].ToList();
        if (named.Count > 0)
            return named is [var only] ? only : null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && byId.ContainsKey(id) ? id : null;
    }

    private static ILookup<string, long> ByName(IEnumerable<(string? Name, long Id)> items) =>
        items.Where(item => item.Name is not null).ToLookup(item => item.Name!.Trim(), item => item.Id, StringComparer.Ordinal);
}
