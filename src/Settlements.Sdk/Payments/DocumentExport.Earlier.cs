using System.Globalization;
using Settlements.BillManager;

namespace Settlements.Payments;

/// <summary>What earlier tries and earlier versions have left in the panel, and what becomes of it.</summary>
internal sealed partial class DocumentExport
{
    private async Task<List<KnownPayment>> ExistingAsync(CancellationToken cancellationToken)
    {
        List<KnownPayment> existing = [];
        if (claim.Code is { IsRemoved: false, PaymentId: { } registered } code)
            await AddKnownAsync(existing, registered, intent: null, code, cancellationToken).ConfigureAwait(false);
        foreach (var intent in claim.Intents)
        {
            if (intent.PaymentId is { } noted)
                await AddKnownAsync(existing, noted, intent, code: null, cancellationToken).ConfigureAwait(false);
            else if (await lookup.FindAsync(intent, Document, cancellationToken).ConfigureAwait(false) is { } found)
                Add(existing, new KnownPayment(found, intent));
        }

        if (existing is [var only])
            _paymentId = only.Payment.Id;
        foreach (var known in existing)
            EnsureOwn(known);
        return existing;
    }

    private async Task AddKnownAsync(
        List<KnownPayment> existing,
        long id,
        PaymentIntent? intent,
        PaymentCode? code,
        CancellationToken cancellationToken
    )
    {
        if (existing.Exists(known => known.Payment.Id == id))
            return;
        if (await reader.ReadAsync(id, cancellationToken).ConfigureAwait(false) is { } payment)
            Add(existing, new KnownPayment(payment, intent, code));
        else if (code is not null && !Document.IsWithdrawn)
            throw DocumentHeldException.ForPerson(
                PaymentExportErrorKind.PaymentGone,
                $"The register says that payment {id.ToString(CultureInfo.InvariantCulture)} was credited for version {code.Version.ToString(CultureInfo.InvariantCulture)}, and the panel does not show it any more.",
                id
            );
    }

    /// <summary>A payment that was cancelled or is being deleted is no longer in the way of a withdrawal, and is left alone.</summary>
    private static void Add(List<KnownPayment> existing, KnownPayment known)
    {
        if (
            !existing.Exists(other => other.Payment.Id == known.Payment.Id)
            && known.Payment.Status != BillManagerPaymentStatus.BeingDeleted
        )
            existing.Add(known);
    }

    private async Task<PaymentCode> WithdrawAsync(List<KnownPayment> existing, CancellationToken cancellationToken)
    {
        var blocking = existing.Where(known => known.Payment is { IsOpen: false, IsVoid: false }).ToList();
        if (blocking.Count > 0)
        {
            var ids = PanelText.List(blocking.Select(known => known.Payment.Id));
            throw DocumentHeldException.ForPerson(
                PaymentExportErrorKind.CreditedWithdrawn,
                $"The document was withdrawn ({(Document.IsDeleted ? "marked for deletion" : "not posted")}), and payment {ids} is in state "
                    + $"{string.Join(", ", blocking.Select(known => StateOf(known.Payment)))}: refund or correct it in the panel, or post the document again.",
                [.. blocking.Select(known => known.Payment.Id)]
            );
        }

        var last = existing.LastOrDefault();
        (_payerId, _matchedBy) = (last?.Intent?.PayerId ?? last?.Code?.PayerId, last?.Intent?.MatchedBy ?? last?.Code?.MatchedBy);
        await DeleteAsync(existing.Where(known => known.Payment.IsOpen), cancellationToken).ConfigureAwait(false);
        return Code(last?.Payment.Id ?? claim.Code?.PaymentId, last?.RandomNumber, plan: null);
    }

    /// <summary>A payment is deleted only while it is open, and only one that is surely the document's.</summary>
    private async Task DeleteAsync(IEnumerable<KnownPayment> payments, CancellationToken cancellationToken)
    {
        foreach (var known in payments)
        {
            EnsureOwn(known);
            var id = known.Payment.Id;
            if (known.Intent is not { } intent)
                throw DocumentHeldException.ForPerson(
                    PaymentExportErrorKind.PaymentStateChanged,
                    $"Payment {id.ToString(CultureInfo.InvariantCulture)} was credited and is in state {StateOf(known.Payment)} now: a person has changed it in the panel.",
                    id
                );
            await writer.DeleteAsync(intent, id, cancellationToken).ConfigureAwait(false);
            var left = await reader.ReadAsync(id, cancellationToken).ConfigureAwait(false);
            if (left is { IsVoid: false })
                throw DocumentHeldException.ForPerson(
                    PaymentExportErrorKind.PaymentStateChanged,
                    $"The panel said that it deleted payment {id.ToString(CultureInfo.InvariantCulture)}, and shows it in state {StateOf(left)}.",
                    id
                );
        }
    }

    private async Task<PaymentCode> SettleCreditedAsync(
        KnownPayment known,
        List<KnownPayment> existing,
        CancellationToken cancellationToken
    )
    {
        var id = known.Payment.Id;
        _paymentId = id;
        var isThisVersion = known.Intent?.Version == Document.Version;
        _plan = isThisVersion
            ? await planner.ReplanAsync(Document, known.Intent!, cancellationToken).ConfigureAwait(false)
            : await planner.PlanAsync(Document, claim.Code, cancellationToken).ConfigureAwait(false);

        var comparison = PaymentComparison.Of(known.Payment, _plan);
        var kept = comparison.Differs && !isThisVersion && onCreditedChange == OnCreditedChange.KeepPayment;
        if (comparison.Differs && !kept)
            throw DocumentHeldException.ForPerson(
                PaymentExportErrorKind.CreditedChanged,
                $"Payment {id.ToString(CultureInfo.InvariantCulture)} is credited already, with {comparison.Differences}, which the document says now: correct the payment in the panel or the document in 1C.",
                id
            );
        if (!comparison.Differs && !comparison.IsEqual)
            throw Unclear(
                $"Payment {id.ToString(CultureInfo.InvariantCulture)} is credited, and the panel does not show its {comparison.Unknown}.",
                id
            );

        await DeleteAsync(existing.Where(other => other != known), cancellationToken).ConfigureAwait(false);
        var payment = await DescribeCreditedAsync(known, cancellationToken).ConfigureAwait(false);
        if (!kept)
            EnsureCredited(payment, _plan);
        return Code(id, known.RandomNumber, _plan);
    }

    /// <summary>Number, date and purpose may change after crediting; they are written only where they differ, and read back.</summary>
    private async Task<PaymentView> DescribeCreditedAsync(KnownPayment known, CancellationToken cancellationToken)
    {
        var payment = known.Payment;
        var wasDescribed = known.Intent is null or { Step: PaymentIntentStep.Credit };
        var isSame =
            (payment.DocumentNumber is null ? wasDescribed : PanelText.AreSame(payment.DocumentNumber, Document.Number))
            && (payment.DocumentDate is null || payment.DocumentDate == Document.Date)
            && (known.Code is null || known.Code.Document.Purpose == Document.Purpose);
        if (isSame)
            return payment;

        var intent = known.Intent is { } noted && noted.Version == Document.Version ? noted : NewIntent(_plan!, known.RandomNumber);
        await writer.DescribeAsync(intent, payment.Id, isCredited: true, cancellationToken).ConfigureAwait(false);
        return await reader.ReadAsync(payment.Id, cancellationToken).ConfigureAwait(false)
            ?? throw Unclear($"Payment {payment.Id.ToString(CultureInfo.InvariantCulture)} is not shown any more.", payment.Id);
    }

    /// <summary>A mark or a document's id of somebody else means that the payment was never this document's.</summary>
    private void EnsureOwn(KnownPayment known)
    {
        var payment = known.Payment;
        var isOthers =
            (payment.RandomNumber is { } mark && mark != known.RandomNumber)
            || (payment.ExternalId is { } external && !PaymentLookup.IsId(external, Document.Id));
        if (isOthers)
            throw DocumentHeldException.ForPerson(
                PaymentExportErrorKind.PaymentIndistinguishable,
                $"Payment {payment.Id.ToString(CultureInfo.InvariantCulture)} was answered or noted for this document, and carries the mark or the id of another.",
                payment.Id
            );
    }

    /// <summary>States that only a person, or a bank, can have brought about.</summary>
    private static void EnsureNobodyInterfered(List<KnownPayment> existing)
    {
        if (existing.Find(known => known.Payment is { IsOpen: false, IsCredited: false }) is { Payment: var changed })
            throw DocumentHeldException.ForPerson(
                PaymentExportErrorKind.PaymentStateChanged,
                $"Payment {changed.Id.ToString(CultureInfo.InvariantCulture)} is in state {StateOf(changed)}, which this export does not bring about: settle it in the panel.",
                changed.Id
            );
    }
}
