using System.Globalization;
using Settlements.BillManager;
using Settlements.Payers;

namespace Settlements.Payments;

/// <summary>Brings the panel into the state that one document asks for, from whatever state an earlier try has left.</summary>
internal sealed partial class DocumentExport(
    PaymentExportClaim claim,
    PaymentPlanner planner,
    PaymentReader reader,
    PaymentLookup lookup,
    PaymentWriter writer,
    OnCreditedChange onCreditedChange,
    TimeProvider time
)
{
    private PaymentPlan? _plan;
    private long? _paymentId;
    private long? _payerId;
    private PayerMatch? _matchedBy;

    private PaymentDocument Document => claim.Document;

    /// <summary>What is known at this moment; filled with a state, and a reason, by the run.</summary>
    internal PaymentExportResult Result(PaymentExportState state, PaymentExportError? error = null) =>
        new()
        {
            DocumentId = Document.Id,
            Version = Document.Version,
            State = state,
            PaymentId = _paymentId,
            PayerId = _plan?.PayerId ?? _payerId,
            MatchedBy = _plan?.MatchedBy ?? _matchedBy,
            PaymentMethod = _plan?.PaymentMethodName,
            Error = error,
        };

    /// <returns>What to keep in the register.</returns>
    /// <exception cref="DocumentHeldException">It cannot be done without a person or a setting.</exception>
    /// <exception cref="ClaimLostException">Another process works on the document.</exception>
    /// <exception cref="DryRunException">A dry run came to something to send.</exception>
    /// <exception cref="BillManagerException">The panel gave no usable answer.</exception>
    internal async Task<PaymentCode> RunAsync(CancellationToken cancellationToken)
    {
        if (PaymentDocumentProblems.Of(Document).ToList() is { Count: > 0 } problems)
            throw DocumentHeldException.ToMend(PaymentExportErrorKind.BadDocument, string.Join(' ', problems));

        var existing = await ExistingAsync(cancellationToken).ConfigureAwait(false);
        return Document.IsWithdrawn
            ? await WithdrawAsync(existing, cancellationToken).ConfigureAwait(false)
            : await ExportAsync(existing, cancellationToken).ConfigureAwait(false);
    }

    private async Task<PaymentCode> ExportAsync(List<KnownPayment> existing, CancellationToken cancellationToken)
    {
        EnsureNobodyInterfered(existing);
        var credited = existing.Where(known => known.Payment.IsCredited).ToList();
        if (credited.Count > 1)
            throw Doubled(credited);
        if (credited is [var done])
            return await SettleCreditedAsync(done, existing, cancellationToken).ConfigureAwait(false);

        _plan = await planner.PlanAsync(Document, claim.Code, cancellationToken).ConfigureAwait(false);
        var usable = Usable(existing, _plan);
        await DeleteAsync(existing.Where(known => known != usable), cancellationToken).ConfigureAwait(false);
        var payment = usable ?? await AddAsync(cancellationToken).ConfigureAwait(false);
        return payment.Payment.IsCredited
            ? await SettleCreditedAsync(payment, [payment], cancellationToken).ConfigureAwait(false)
            : await CreditAsync(payment, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>An open payment that is what the document asks for. One of which the panel shows too little is neither used nor deleted.</summary>
    private static KnownPayment? Usable(List<KnownPayment> existing, PaymentPlan plan)
    {
        foreach (var known in existing)
        {
            var comparison = PaymentComparison.Of(known.Payment, plan);
            if (comparison.IsEqual)
                return known;
            if (!comparison.Differs)
                throw Hidden(known.Payment, comparison);
        }
        return null;
    }

    private async Task<KnownPayment> AddAsync(CancellationToken cancellationToken)
    {
        var plan = _plan!;
        var intent = NewIntent(plan, BillManagerRandomNumber.For(Document.Id, Document.Version));
        var id = await AddOrFindAsync(intent, plan, cancellationToken).ConfigureAwait(false);
        _paymentId = id;
        await writer.KeepIdAsync(intent, id, cancellationToken).ConfigureAwait(false);

        var payment =
            await reader.ReadAsync(id, cancellationToken).ConfigureAwait(false)
            ?? throw Unclear($"The panel answered with payment {id.ToString(CultureInfo.InvariantCulture)} and does not show it.", id);
        var known = new KnownPayment(payment, intent);
        EnsureOwn(known);
        EnsureNobodyInterfered([known]);
        var comparison = PaymentComparison.Of(payment, plan);
        if (comparison.IsEqual || payment.IsCredited)
            return known;
        if (!comparison.Differs)
            throw Hidden(payment, comparison);

        await DeleteAsync([known], cancellationToken).ConfigureAwait(false);
        _paymentId = null;
        throw DocumentHeldException.ForPerson(
            PaymentExportErrorKind.PaymentMismatch,
            $"The panel made payment {id.ToString(CultureInfo.InvariantCulture)} with {comparison.Differences}; it was deleted and not credited."
        );
    }

    /// <summary>A panel that refuses the mark as known, or answers without an id, may have the payment: it is looked for at once, and nothing is sent again.</summary>
    private async Task<long> AddOrFindAsync(PaymentIntent intent, PaymentPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            return await writer.AddAsync(intent, plan, cancellationToken).ConfigureAwait(false);
        }
        catch (BillManagerException e)
            when (e
                    is {
                        Problem: BillManagerProblem.PanelError or BillManagerProblem.UnexpectedDocument,
                        Outcome: BillManagerOutcome.Unknown
                    }
            )
        {
            if (await lookup.FindAsync(intent, Document, cancellationToken).ConfigureAwait(false) is { } found)
                return found.Id;
            throw;
        }
    }

    private async Task<PaymentCode> CreditAsync(KnownPayment known, CancellationToken cancellationToken)
    {
        var plan = _plan!;
        var id = known.Payment.Id;
        _paymentId = id;
        EnsureOwn(known);
        var intent = NewIntent(plan, known.RandomNumber);
        await writer.DescribeAsync(intent, id, isCredited: false, cancellationToken).ConfigureAwait(false);
        await writer.CreditAsync(intent, id, cancellationToken).ConfigureAwait(false);

        var payment =
            await reader.ReadAsync(id, cancellationToken).ConfigureAwait(false)
            ?? throw Unclear(
                $"Payment {id.ToString(CultureInfo.InvariantCulture)} was credited, and the panel does not show it any more.",
                id
            );
        EnsureCredited(payment, plan);
        return Code(id, known.RandomNumber, plan);
    }

    private void EnsureCredited(PaymentView payment, PaymentPlan plan)
    {
        var id = payment.Id.ToString(CultureInfo.InvariantCulture);
        if (!payment.IsCredited)
            throw DocumentHeldException.ForPerson(
                PaymentExportErrorKind.NotCredited,
                $"The panel said that it credited payment {id}, and shows it in state {StateOf(payment)}.",
                payment.Id
            );
        var comparison = PaymentComparison.Of(payment, plan);
        if (comparison.Differs)
            throw DocumentHeldException.ForPerson(
                PaymentExportErrorKind.PaymentMismatch,
                $"Payment {id} is credited with {comparison.Differences}.",
                payment.Id
            );
        if (!comparison.IsEqual)
            throw Unclear($"Payment {id} is credited, and the panel does not show its {comparison.Unknown}.", payment.Id);
        if (payment.ExternalId is not null && !PaymentLookup.IsId(payment.ExternalId, Document.Id))
            throw DocumentHeldException.ForPerson(
                PaymentExportErrorKind.PaymentMismatch,
                $"Payment {id} is credited under another document's id, {payment.ExternalId}.",
                payment.Id
            );
        if (payment.DocumentNumber is not null && !PanelText.AreSame(payment.DocumentNumber, Document.Number))
            throw DocumentHeldException.ForPerson(
                PaymentExportErrorKind.PaymentMismatch,
                $"Payment {id} is credited with document number {payment.DocumentNumber} instead of {Document.Number}.",
                payment.Id
            );
    }

    private PaymentIntent NewIntent(PaymentPlan plan, string mark) =>
        new()
        {
            DocumentId = Document.Id,
            Version = Document.Version,
            Step = PaymentIntentStep.Add,
            RandomNumber = mark,
            ClientId = plan.Account.ClientId,
            PayerId = plan.PayerId,
            MatchedBy = plan.MatchedBy,
            Amount = plan.Amount,
            BeganAt = claim.Intents.FirstOrDefault(intent => intent.Version == Document.Version)?.BeganAt ?? time.GetCurrentInstant(),
        };

    private PaymentCode Code(long? paymentId, string? mark, PaymentPlan? plan) =>
        new()
        {
            Document = Document,
            PaymentId = paymentId,
            RandomNumber = mark,
            PayerId = plan?.PayerId,
            MatchedBy = plan?.MatchedBy,
            IsRemoved = Document.IsWithdrawn,
            ExportedAt = time.GetCurrentInstant(),
        };

    private static string StateOf(PaymentView payment) => payment.Status?.ToString() ?? "(not shown)";

    private static DocumentHeldException Unclear(string message, long id) =>
        DocumentHeldException.ForPerson(PaymentExportErrorKind.PaymentUnclear, message, id);

    private static DocumentHeldException Hidden(PaymentView payment, PaymentComparison comparison) =>
        Unclear(
            $"The panel does not show {comparison.Unknown} of payment {payment.Id.ToString(CultureInfo.InvariantCulture)}: see the employee's rights. It was not credited.",
            payment.Id
        );

    private static DocumentHeldException Doubled(List<KnownPayment> payments) =>
        DocumentHeldException.ForPerson(
            PaymentExportErrorKind.PaymentDoubled,
            $"The panel has several credited payments of this document: {PanelText.List(payments.Select(p => p.Payment.Id))}. Refund all but one there.",
            [.. payments.Select(known => known.Payment.Id)]
        );
}
