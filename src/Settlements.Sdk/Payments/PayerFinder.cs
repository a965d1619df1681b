using System.Collections.Concurrent;
using System.Globalization;
using Settlements.BillManager;
using Settlements.Payers;

namespace Settlements.Payments;

/// <summary>Finds a document's payer among its client's payers, asking the panel once for each tax number, client and payer in a run.</summary>
internal sealed class PayerFinder(BillManagerClient client, AccountFinder accounts, OnAmbiguousPayer onAmbiguous)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<BillManagerPayer>> _byTin = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<long, IReadOnlyList<BillManagerPayer>> _byClient = [];
    private readonly ConcurrentDictionary<long, BillManagerPayerDetails> _details = [];

    /// <exception cref="DocumentHeldException">The panel does not show enough to choose.</exception>
    /// <exception cref="BillManagerException">The panel gave no usable answer.</exception>
    internal async Task<PayerResolution> FindAsync(
        PaymentCounterparty counterparty,
        ClientAccount account,
        CancellationToken cancellationToken
    )
    {
        var query = new PayerQuery
        {
            Kind = counterparty.Kind,
            Tin = counterparty.Tin,
            Kpp = counterparty.Kpp,
            AccountingCode = counterparty.Code,
        };
        if (counterparty.Kind != CounterpartyKind.Person && new TinMatcher(counterparty.Tin).CanMatch)
        {
            var byTin = await ByTinAsync(query, account, cancellationToken).ConfigureAwait(false);
            if (byTin.MatchedBy == PayerMatch.Tin)
                return byTin;
        }

        var all = await OfClientAsync(account, cancellationToken).ConfigureAwait(false);
        return PayerResolver.Resolve(query, await DescribeAsync(all, inFull: true, cancellationToken).ConfigureAwait(false), onAmbiguous);
    }

    /// <summary>Tax numbers are looked at before anything else, so that the client's other payers matter only when none of these fits.</summary>
    private async Task<PayerResolution> ByTinAsync(PayerQuery query, ClientAccount account, CancellationToken cancellationToken)
    {
        var tin = TaxIdText.Trim(query.Tin).ToString();
        if (!_byTin.TryGetValue(tin, out var rows))
        {
            rows = await client
                .ListPayersAsync(new BillManagerPayerFilter { TaxId = tin }, cancellationToken)
                .ToListAsync(cancellationToken)
                .ConfigureAwait(false);
            _byTin.TryAdd(tin, rows);
        }

        var own = await OwnAsync(rows, account, cancellationToken).ConfigureAwait(false);
        var inFull = own.Count > 1 || !string.IsNullOrWhiteSpace(query.Kpp);
        return PayerResolver.Resolve(query, await DescribeAsync(own, inFull, cancellationToken).ConfigureAwait(false), onAmbiguous);
    }

    private async Task<List<BillManagerPayer>> OfClientAsync(ClientAccount account, CancellationToken cancellationToken)
    {
        if (!_byClient.TryGetValue(account.ClientId, out var rows))
        {
            rows = await ListAsync(account, cancellationToken).ConfigureAwait(false);
            _byClient.TryAdd(account.ClientId, rows);
        }
        return await OwnAsync(rows, account, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>By which column a panel narrows its payers to a client is not documented: the first filter that it heeds and that finds any is taken.</summary>
    private async Task<IReadOnlyList<BillManagerPayer>> ListAsync(ClientAccount account, CancellationToken cancellationToken)
    {
        var name = account.ClientName;
        var id = account.ClientId;
        List<BillManagerPayerFilter> filters = [new() { AccountId = id, AccountName = name }];
        if (name is not null)
            filters.AddRange([new() { AccountId = id }, new() { AccountName = name }]);

        BillManagerException? ignored = null;
        var heeded = false;
        foreach (var filter in filters)
        {
            try
            {
                var rows = await client.ListPayersAsync(filter, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
                if (rows.Count > 0)
                    return rows;
                heeded = true;
            }
            catch (BillManagerException e) when (e.Problem is BillManagerProblem.FilterIgnored or BillManagerProblem.ListCapped)
            {
                ignored = e;
            }
        }
        return heeded || ignored is null ? [] : throw ignored;
    }

    private async Task<List<BillManagerPayer>> OwnAsync(
        IReadOnlyList<BillManagerPayer> rows,
        ClientAccount account,
        CancellationToken cancellationToken
    )
    {
        List<BillManagerPayer> own = [];
        foreach (var row in rows.Where(row => row.IsActive != false))
        {
            if (!await IsOwnAsync(row, account, cancellationToken).ConfigureAwait(false))
                continue;
            if (row.IsActive is null)
                throw Unclear(row, "whether it is in use");
            own.Add(row);
        }
        return own;
    }

    private async Task<bool> IsOwnAsync(BillManagerPayer row, ClientAccount account, CancellationToken cancellationToken)
    {
        if (row.AccountId is { } shown)
            return shown == account.ClientId;

        var name = account.ClientName;
        if (row.AccountName is not null && name is not null)
        {
            if (!PanelText.AreSame(row.AccountName, name))
                return PanelText.AreSame(row.AccountName, account.ClientId.ToString(CultureInfo.InvariantCulture));
            if (accounts.IsOnlyClientOf(name, account.ClientId))
                return true;
        }

        var details = await GetDetailsAsync(row.Id, cancellationToken).ConfigureAwait(false);
        return details.AccountId is { } id ? id == account.ClientId : throw Unclear(row, "which client it belongs to");
    }

    private async Task<List<Payer>> DescribeAsync(List<BillManagerPayer> rows, bool inFull, CancellationToken cancellationToken)
    {
        List<Payer> payers = [];
        foreach (var row in rows)
        {
            var details = inFull || row.TaxId is null ? await GetDetailsAsync(row.Id, cancellationToken).ConfigureAwait(false) : null;
            payers.Add(
                new Payer
                {
                    Id = row.Id.ToString(CultureInfo.InvariantCulture),
                    Kind = KindOf(details?.Kind ?? row.Kind),
                    IsActive = true,
                    AccountingCode = details?.AccountingCode,
                    Tin = details?.TaxId ?? row.TaxId,
                    Kpp = details?.Kpp,
                    CreationOrder = row.Id,
                }
            );
        }
        return payers;
    }

    private async Task<BillManagerPayerDetails> GetDetailsAsync(long id, CancellationToken cancellationToken)
    {
        if (_details.TryGetValue(id, out var known))
            return known;
        var details = await client.GetPayerAsync(id, cancellationToken).ConfigureAwait(false);
        _details.TryAdd(id, details);
        return details;
    }

    private static CounterpartyKind KindOf(BillManagerPayerKind? kind) =>
        kind switch
        {
            BillManagerPayerKind.Person => CounterpartyKind.Person,
            BillManagerPayerKind.Entrepreneur => CounterpartyKind.Entrepreneur,
            _ => CounterpartyKind.Company,
        };

    private static DocumentHeldException Unclear(BillManagerPayer row, string what) =>
        DocumentHeldException.ForPerson(
            PaymentExportErrorKind.PayerUnclear,
            $"The panel does not show of payer {PanelText.Of(row.Id, row.Name)} {what}: see the employee's rights.",
            row.Id
        );
}
