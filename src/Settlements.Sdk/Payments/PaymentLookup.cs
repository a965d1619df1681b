using NodaTime;
using Settlements.BillManager;

namespace Settlements.Payments;

/// <summary>Looks in the panel for a payment whose adding had no clear end.</summary>
internal sealed class PaymentLookup(BillManagerClient client, PaymentReader reader, IPaymentExportStore store)
{
    /// <summary>The panel's dates have no zone, and clocks differ: a payment dated this long before the intent is still looked at.</summary>
    private static readonly Period Slack = Period.FromDays(2);

    /// <returns>The payment, or null when the panel surely has none.</returns>
    /// <exception cref="DocumentHeldException">Several payments carry the mark, or one cannot be told apart from another's.</exception>
    /// <exception cref="BillManagerException">The panel gave no usable answer.</exception>
    internal async Task<PaymentView?> FindAsync(PaymentIntent intent, PaymentDocument document, CancellationToken cancellationToken)
    {
        List<PaymentView> own = [];
        List<long> unsure = [];
        foreach (var row in await CandidatesAsync(intent, cancellationToken).ConfigureAwait(false))
        {
            if (row.SubaccountAmount is { } amount && amount.Value != intent.Amount.Amount)
                continue;
            var owner = await store.FindDocumentAsync(row.Id, cancellationToken).ConfigureAwait(false);
            if (owner is not null && owner != intent.DocumentId)
                continue;
            if (await reader.ReadAsync(row.Id, cancellationToken).ConfigureAwait(false) is not { } payment)
                continue;
            if (IsOwn(payment, intent))
                own.Add(payment);
            else if (MayBeOwn(payment, intent, document))
                unsure.Add(payment.Id);
        }

        if (own.Count > 1)
            throw DocumentHeldException.ForPerson(
                PaymentExportErrorKind.PaymentDoubled,
                $"The panel has several payments of this document: {PanelText.List(own.Select(p => p.Id))}. Keep one and delete or refund the others there.",
                [.. own.Select(payment => payment.Id)]
            );
        if (own.Count == 0 && unsure.Count > 0)
            throw DocumentHeldException.ForPerson(
                PaymentExportErrorKind.PaymentIndistinguishable,
                $"An earlier try had no clear end, and payment {PanelText.List(unsure)} of the same client and amount may be its result or another's. "
                    + "Delete it in the panel if it is this document's and not credited, or give it the number of the document it belongs to; then hand the document in again.",
                [.. unsure]
            );
        return own.Count == 1 ? own[0] : null;
    }

    private static bool IsOwn(PaymentView payment, PaymentIntent intent) =>
        payment.RandomNumber == intent.RandomNumber || IsId(payment.ExternalId, intent.DocumentId);

    /// <summary>Everything that is shown and is another's speaks against it; without the mark nothing speaks for it.</summary>
    private static bool MayBeOwn(PaymentView payment, PaymentIntent intent, PaymentDocument document) =>
        payment is { RandomNumber: null, ExternalId: null }
        && (payment.DocumentNumber is null || PanelText.AreSame(payment.DocumentNumber, document.Number))
        && !(payment.CreatedOn < intent.BeganAt.InUtc().Date - Slack);

    private async Task<List<BillManagerPayment>> CandidatesAsync(PaymentIntent intent, CancellationToken cancellationToken)
    {
        var ofClient = new BillManagerPaymentFilter { AccountId = intent.ClientId, Statuses = PaymentReader.AllStates };
        var ofAmount = ofClient with { AmountFrom = intent.Amount.Amount, AmountTo = intent.Amount.Amount };
        try
        {
            return await client.ListPaymentsAsync(ofAmount, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (BillManagerException e) when (e.Problem == BillManagerProblem.FilterIgnored)
        {
            // A panel that does not narrow by amount still narrows by client.
            return await client.ListPaymentsAsync(ofClient, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    internal static bool IsId(string? text, Guid id) => Guid.TryParse(text, out var shown) && shown == id;
}
