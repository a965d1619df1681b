using System.Collections.Concurrent;
using System.Globalization;
using Settlements.BillManager;

namespace Settlements.Payments;

/// <summary>Finds the account that a document names: among those loaded, else in the panel.</summary>
internal sealed class AccountFinder
{
    private readonly BillManagerClient _client;
    private readonly PanelReference _reference;
    private readonly Dictionary<long, ClientAccount> _loaded;
    private readonly ILookup<string, long> _clientsByName;
    private readonly ConcurrentDictionary<long, ClientAccount> _asked = [];

    internal AccountFinder(BillManagerClient client, PanelReference reference, IReadOnlyList<ClientAccount> loaded)
    {
        _client = client;
        _reference = reference;
        _loaded = loaded.ToDictionary(account => account.Id);
        _clientsByName = loaded
            .Where(account => account.ClientName is not null)
            .Select(account => (Name: account.ClientName!.Trim(), account.ClientId))
            .Distinct()
            .ToLookup(client => client.Name, client => client.ClientId, StringComparer.Ordinal);
    }

    /// <summary>Whether one client alone has this name, as far as accounts are loaded.</summary>
    internal bool IsOnlyClientOf(string name, long clientId) => _clientsByName[name.Trim()].All(id => id == clientId);

    /// <summary>Which client's queue a document goes into: documents of one client are worked on in order.</summary>
    internal string ClientKey(string accountId) =>
        TryId(accountId, out var id) && _loaded.TryGetValue(id, out var account)
            ? account.ClientId.ToString(CultureInfo.InvariantCulture)
            : "account " + accountId.Trim();

    /// <exception cref="DocumentHeldException">There is no such account, it is out of use, or the panel does not say whose it is.</exception>
    /// <exception cref="BillManagerException">The panel gave no usable answer.</exception>
    internal async Task<ClientAccount> FindAsync(string accountId, CancellationToken cancellationToken)
    {
        if (!TryId(accountId, out var id))
            throw Unknown(accountId);
        if (_loaded.TryGetValue(id, out var loaded) && loaded is { MissingSince: null, IsActive: not false })
            return loaded;
        if (_asked.TryGetValue(id, out var asked))
            return asked;

        var account = await AskAsync(id, accountId, loaded?.ClientId, cancellationToken).ConfigureAwait(false);
        _asked.TryAdd(id, account);
        return account;
    }

    private async Task<ClientAccount> AskAsync(long id, string accountId, long? clientId, CancellationToken cancellationToken)
    {
        BillManagerSubaccount shown;
        try
        {
            shown = await _client.GetSubaccountAsync(id, clientId, cancellationToken).ConfigureAwait(false);
        }
        catch (BillManagerException e) when (e.Error == SettlementsError.NotFound && e.Problem == BillManagerProblem.PanelError)
        {
            throw Unknown(accountId);
        }

        if (shown.IsActive == false)
            throw DocumentHeldException.ForPerson(
                PaymentExportErrorKind.AccountUnknown,
                $"Account {accountId} of the panel is out of use: switch it on, or correct the contract in 1C.",
                id
            );
        var currency = shown.Currency ?? _reference.Currencies.FirstOrDefault(known => known.Id == shown.CurrencyId)?.Currency;
        if (shown.AccountId is not { } client || shown.ProviderId is not { } provider || currency is not { } known)
            throw DocumentHeldException.ForPerson(
                PaymentExportErrorKind.AccountUnclear,
                $"The panel does not show client, provider and currency of account {accountId}: see the employee's rights.",
                id
            );
        return new ClientAccount
        {
            Id = id,
            ClientId = client,
            ClientName = shown.AccountName ?? await ClientNameAsync(client, cancellationToken).ConfigureAwait(false),
            ProviderId = provider,
            Currency = known,
            IsActive = shown.IsActive,
        };
    }

    private async Task<string?> ClientNameAsync(long client, CancellationToken cancellationToken)
    {
        var filter = new BillManagerAccountFilter { Id = client };
        var rows = await _client.ListAccountsAsync(filter, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.Find(row => row.Id == client)?.Name;
    }

    private static bool TryId(string text, out long id) =>
        long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out id) && id > 0;

    private static DocumentHeldException Unknown(string accountId) =>
        DocumentHeldException.ForPerson(
            PaymentExportErrorKind.AccountUnknown,
            $"The panel has no account (лицевой счёт) {accountId}: correct the contract in 1C."
        );
}
