using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Settlements.BillManager;

namespace Settlements.Payments;

/// <summary>Everything that is sent for one document: the journal first, then the call.</summary>
/// <param name="client">The panel.</param>
/// <param name="store">The journal.</param>
/// <param name="claim">The claim under which the document is worked on.</param>
/// <param name="lease">How far each step moves the lease.</param>
/// <param name="isDryRun">True to send nothing.</param>
internal sealed class PaymentWriter(
    BillManagerClient client,
    IPaymentExportStore store,
    PaymentExportClaim claim,
    Duration lease,
    bool isDryRun
)
{
    private PaymentDocument Document => claim.Document;

    /// <returns>The payment's id, as the panel answered.</returns>
    internal async Task<long> AddAsync(PaymentIntent intent, PaymentPlan plan, CancellationToken cancellationToken)
    {
        await RecordAsync(intent with { Step = PaymentIntentStep.Add, PaymentId = null }, cancellationToken).ConfigureAwait(false);
        var payment = new BillManagerNewPayment
        {
            AccountId = plan.Account.ClientId,
            ProviderId = plan.Account.ProviderId,
            PayerId = plan.PayerId,
            PaymentMethodId = plan.PaymentMethodId!.Value,
            CurrencyId = plan.CurrencyId,
            Amount = plan.Amount,
            RandomNumber = intent.RandomNumber,
        };
        return await SendAsync(() => client.AddPaymentAsync(payment, cancellationToken)).ConfigureAwait(false);
    }

    internal async Task DescribeAsync(PaymentIntent intent, long paymentId, bool isCredited, CancellationToken cancellationToken)
    {
        var step = isCredited ? PaymentIntentStep.Credit : PaymentIntentStep.Describe;
        await RecordAsync(intent with { Step = step, PaymentId = paymentId }, cancellationToken).ConfigureAwait(false);
        var changes = new BillManagerPaymentChanges
        {
            DocumentNumber = Document.Number,
            DocumentDate = Document.Date,
            Description = string.IsNullOrWhiteSpace(Document.Purpose) ? null : Document.Purpose,
        };
        await SendAsync(() => client.EditPaymentAsync(paymentId, changes, cancellationToken)).ConfigureAwait(false);
    }

    internal async Task CreditAsync(PaymentIntent intent, long paymentId, CancellationToken cancellationToken)
    {
        await RecordAsync(intent with { Step = PaymentIntentStep.Credit, PaymentId = paymentId }, cancellationToken).ConfigureAwait(false);
        var externalId = Document.Id.ToString("D", CultureInfo.InvariantCulture);
        var info = $"{Document.Number} {LocalDatePattern.Iso.Format(Document.Date)}";
        await SendAsync(() => client.SetPaymentPaidAsync(paymentId, externalId, info, cancellationToken)).ConfigureAwait(false);
    }

    internal async Task DeleteAsync(PaymentIntent intent, long paymentId, CancellationToken cancellationToken)
    {
        await RecordAsync(intent with { Step = PaymentIntentStep.Delete, PaymentId = paymentId }, cancellationToken).ConfigureAwait(false);
        await SendAsync(() => client.DeletePaymentAsync(paymentId, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Keeps the id that the panel answered with, before anything else is done about it.</summary>
    internal Task KeepIdAsync(PaymentIntent intent, long paymentId, CancellationToken cancellationToken) =>
        RecordAsync(intent with { Step = PaymentIntentStep.Describe, PaymentId = paymentId }, cancellationToken);

    private async Task RecordAsync(PaymentIntent intent, CancellationToken cancellationToken)
    {
        if (isDryRun)
            throw new DryRunException();
        if (!await store.RecordIntentAsync(claim, intent, lease, cancellationToken).ConfigureAwait(false))
            throw new ClaimLostException();
    }

    /// <summary>A call refused for a lost session was not executed, so it may be sent once more; no other may.</summary>
    private static async Task<T> SendAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (BillManagerException e) when (e is { Problem: BillManagerProblem.SessionLost, Outcome: BillManagerOutcome.NotExecuted })
        {
            return await call().ConfigureAwait(false);
        }
    }

    private static Task<bool> SendAsync(Func<Task> call) =>
        SendAsync(async () =>
        {
            await call().ConfigureAwait(false);
            return true;
        });
}
