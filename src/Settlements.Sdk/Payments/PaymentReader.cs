using Settlements.BillManager;

namespace Settlements.Payments;

/// <summary>Reads payments back: by form, and by list where the form lacks something that decides.</summary>
internal sealed class PaymentReader(BillManagerClient client, PanelReference reference)
{
    /// <summary>Every state but "being deleted"; named, since lists hide some states otherwise.</summary>
    internal static readonly IReadOnlyCollection<BillManagerPaymentStatus> AllStates =
    [
        BillManagerPaymentStatus.New,
        BillManagerPaymentStatus.InPayment,
        BillManagerPaymentStatus.Promised,
        BillManagerPaymentStatus.Credited,
        BillManagerPaymentStatus.AwaitingRefund,
        BillManagerPaymentStatus.Refunded,
        BillManagerPaymentStatus.Fraudulent,
        BillManagerPaymentStatus.Initiated,
        BillManagerPaymentStatus.Cancelled,
    ];

    /// <returns>Null when the panel has no such payment, by form and by list.</returns>
    /// <exception cref="BillManagerException">The panel gave no usable answer.</exception>
    internal async Task<PaymentView?> ReadAsync(long id, CancellationToken cancellationToken)
    {
        BillManagerPaymentDetails? form = null;
        try
        {
            form = await client.GetPaymentAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (BillManagerException e) when (e.Error == SettlementsError.NotFound && e.Problem == BillManagerProblem.PanelError)
        {
            // "Missed" may mean the payment or the function: the list decides.
        }

        if (form is { Status: not null, SubaccountId: not null, PayerId: not null, SubaccountAmount: not null })
            return Of(form, row: null);

        var filter = new BillManagerPaymentFilter { Id = id, Statuses = AllStates };
        var rows = await client.ListPaymentsAsync(filter, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        var row = rows.Find(candidate => candidate.Id == id);
        return form is null && row is null ? null : Of(form ?? new BillManagerPaymentDetails { Id = id }, row);
    }

    private PaymentView Of(BillManagerPaymentDetails form, BillManagerPayment? row)
    {
        var shown = row?.SubaccountAmount?.In(reference.Currencies);
        return new PaymentView
        {
            Id = form.Id,
            Status = form.Status ?? row?.Status,
            SubaccountId = form.SubaccountId,
            ClientId = row?.AccountId,
            ClientName = row?.AccountName,
            ProviderName = row?.ProviderName,
            PayerId = form.PayerId ?? row?.PayerId,
            CompanyId = form.CompanyId ?? row?.CompanyId,
            PaymentMethodId = form.PaymentMethodId,
            CurrencyId = form.CurrencyId,
            Amount = form.SubaccountAmount ?? shown?.Amount,
            AmountCurrency = shown?.Currency,
            CreatedOn = form.CreatedAt?.Date ?? row?.CreatedOn,
            DocumentNumber = form.DocumentNumber,
            DocumentDate = form.DocumentDate,
            ExternalId = form.ExternalId,
            RandomNumber = form.RandomNumber,
        };
    }
}
