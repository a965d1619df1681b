using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Settlements.BillManager;

namespace Settlements.Payments;

/// <summary>Loads the panel's accounts («лицевые счета») into the directory, as the export needs them; once a day is usual.</summary>
/// <remarks>Accounts gone from the panel are marked, not deleted. A load that could not be read whole changes nothing.</remarks>
public sealed class AccountLoader
{
    private readonly BillManagerClient _client;
    private readonly IAccountDirectory _directory;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>Makes a loader.</summary>
    /// <param name="client">The panel.</param>
    /// <param name="directory">Where accounts are kept.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="logger">Gets figures; null for none.</param>
    public AccountLoader(
        BillManagerClient client,
        IAccountDirectory directory,
        TimeProvider? time = null,
        ILogger<AccountLoader>? logger = null
    )
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(directory);
        (_client, _directory) = (client, directory);
        _time = time ?? TimeProvider.System;
        _logger = logger ?? NullLogger<AccountLoader>.Instance;
    }

    /// <summary>Loads all accounts, once.</summary>
    /// <param name="cancellationToken">Cancels the load; the directory is then as it was.</param>
    /// <exception cref="BillManagerException">
    /// The panel could not be reached, a list could not be read whole, or it shows no account at all although some are known, as it does when the employee's
    /// rights were taken away.
    /// </exception>
    public async Task<AccountLoadReport> RunOnceAsync(CancellationToken cancellationToken = default)
    {
        var (startedAt, calls) = (_time.GetCurrentInstant(), _client.CallsSent);
        var clients = await ClientsAsync(cancellationToken).ConfigureAwait(false);
        var reading = new AccountReading(
            clients,
            await _client.ListProvidersAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false),
            await _client.ListCurrenciesAsync(cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false)
        );
        var known = await _directory.ListAsync(cancellationToken).ConfigureAwait(false);
        var rows = await RowsAsync(clients, cancellationToken).ConfigureAwait(false);
        if (rows.Count == 0 && known.Any(account => account.MissingSince is null))
            throw NothingShown();

        List<ClientAccount> accounts = [];
        List<UnclearAccount> unclear = [];
        foreach (var (row, parent) in rows)
        {
            var (account, missing) = await ReadAsync(reading, row, parent, cancellationToken).ConfigureAwait(false);
            if (account is null)
                unclear.Add(new UnclearAccount(row.Id, $"The panel does not show its {missing}: see the employee's rights."));
            if ((account ?? known.FirstOrDefault(before => before.Id == row.Id)) is { } kept)
                accounts.Add(kept);
        }

        var marked = await _directory.ReplaceAsync(accounts, startedAt, cancellationToken).ConfigureAwait(false);
        PaymentLog.AccountsLoaded(_logger, accounts.Count, marked, unclear.Count);
        return new AccountLoadReport
        {
            Loaded = accounts.Count,
            NewlyMissing = marked,
            Unclear = unclear,
            Calls = _client.CallsSent - calls,
            StartedAt = startedAt,
        };
    }

    /// <summary>Clients serve to turn names into ids; a panel with more of them than it lists is loaded without.</summary>
    private async Task<List<BillManagerAccount>> ClientsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _client.ListAccountsAsync(null, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (BillManagerException e) when (e.Problem == BillManagerProblem.ListCapped)
        {
            return [];
        }
    }

    /// <summary>All accounts at once; a panel that does not list them so is asked client by client.</summary>
    private async Task<List<(BillManagerSubaccount Row, long? Parent)>> RowsAsync(
        List<BillManagerAccount> clients,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var all = await _client.ListSubaccountsAsync(null, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
            if (all.Count > 0 || clients.Count == 0)
                return all.ConvertAll(row => (row, (long?)null));
        }
        catch (BillManagerException e)
            when (e.Problem == BillManagerProblem.PanelError && e.Error is SettlementsError.Rejected or SettlementsError.NotFound)
        {
            // The list wants a client: asked for below.
        }

        var listed = new Dictionary<long, (BillManagerSubaccount Row, HashSet<long> Parents)>();
        foreach (var client in clients)
        {
            await foreach (var row in _client.ListSubaccountsAsync(client.Id, cancellationToken).ConfigureAwait(false))
            {
                if (!listed.TryAdd(row.Id, (row, [client.Id])))
                    listed[row.Id].Parents.Add(client.Id);
            }
        }
        return [.. listed.Values.Select(entry => (entry.Row, entry.Parents.Count == 1 ? entry.Parents.Single() : (long?)null))];
    }

    private async Task<(ClientAccount? Account, string Missing)> ReadAsync(
        AccountReading reading,
        BillManagerSubaccount row,
        long? parent,
        CancellationToken cancellationToken
    )
    {
        if (reading.Read(row, form: null, parent: null, out var missing) is { } clear)
            return (clear, missing);

        BillManagerSubaccount? form = null;
        try
        {
            form = await _client.GetSubaccountAsync(row.Id, parent, cancellationToken).ConfigureAwait(false);
        }
        catch (BillManagerException e) when (e.Problem is BillManagerProblem.PanelError or BillManagerProblem.UnexpectedDocument)
        {
            // No form for this one: what the list says has to do, or the account is reported as unclear.
        }
        return (reading.Read(row, form, parent, out missing), missing);
    }

    private static BillManagerException NothingShown() =>
        PanelFailures.Of(
            PanelCall.Read("subaccount"),
            SettlementsError.InvalidResponse,
            BillManagerProblem.UnexpectedDocument,
            "the panel shows no account at all, although some are known: see the employee's rights."
        );
}
