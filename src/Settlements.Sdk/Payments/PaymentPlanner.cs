using System.Globalization;
using Settlements.BillManager;
using Settlements.Payers;

namespace Settlements.Payments;

/// <summary>Turns a document into the panel's ids, or says why that cannot be done.</summary>
internal sealed class PaymentPlanner(PanelReference reference, AccountFinder accounts, PayerFinder payers, PaymentExportOptions options)
{
    /// <summary>The whole plan of a payment to send.</summary>
    /// <param name="document">The document.</param>
    /// <param name="exported">The register's entry; the payer stays who it was while the counterparty and the account do.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="DocumentHeldException">Something is missing, ambiguous or contradictory.</exception>
    /// <exception cref="BillManagerException">The panel gave no usable answer.</exception>
    internal async Task<PaymentPlan> PlanAsync(PaymentDocument document, PaymentCode? exported, CancellationToken cancellationToken)
    {
        var company = reference.Company(document.OrganizationTin);
        var (account, currency) = await AccountAsync(document, cancellationToken).ConfigureAwait(false);
        var method = reference.Method(options.MethodFor(document.Kind), company, account.ProviderId);
        var (payer, match) = await PayerAsync(document, account, exported, cancellationToken).ConfigureAwait(false);
        return Plan(document, account, currency, payer, match) with
        {
            CompanyId = company.Id,
            PaymentMethodId = method.Id,
            PaymentMethodName = method.Name,
        };
    }

    /// <summary>The plan by which a payment was credited before its outcome could be recorded; payment methods and payers may have changed since.</summary>
    internal async Task<PaymentPlan> ReplanAsync(PaymentDocument document, PaymentIntent intent, CancellationToken cancellationToken)
    {
        var (account, currency) = await AccountAsync(document, cancellationToken).ConfigureAwait(false);
        return Plan(document, account, currency, intent.PayerId, intent.MatchedBy);
    }

    private PaymentPlan Plan(PaymentDocument document, ClientAccount account, long currency, long payer, PayerMatch match) =>
        new()
        {
            Account = account,
            CurrencyId = currency,
            Amount = document.Amount,
            PayerId = payer,
            MatchedBy = match,
            ProviderName = reference.Providers.FirstOrDefault(provider => provider.Id == account.ProviderId)?.Name,
        };

    private async Task<(ClientAccount Account, long CurrencyId)> AccountAsync(PaymentDocument document, CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(document.AccountId, cancellationToken).ConfigureAwait(false);
        if (account.Currency != document.Amount.Currency)
            throw DocumentHeldException.ForPerson(
                PaymentExportErrorKind.CurrencyMismatch,
                $"The document is in {document.Amount.Currency}, account {document.AccountId} in {account.Currency}: the panel would convert the amount.",
                account.Id
            );
        var currency =
            reference.CurrencyId(account.Currency)
            ?? throw DocumentHeldException.ToMend(
                PaymentExportErrorKind.CurrencyMismatch,
                $"The panel does not have exactly one currency {account.Currency}."
            );
        return (account, currency);
    }

    private async Task<(long Id, PayerMatch Match)> PayerAsync(
        PaymentDocument document,
        ClientAccount account,
        PaymentCode? exported,
        CancellationToken cancellationToken
    )
    {
        if (
            exported is { IsRemoved: false, PayerId: { } payerId, MatchedBy: { } matchedBy }
            && exported.Document.Counterparty == document.Counterparty
            && exported.Document.AccountId == document.AccountId
        )
            return (payerId, matchedBy);

        var found = await payers.FindAsync(document.Counterparty, account, cancellationToken).ConfigureAwait(false);
        if (found is { Payer: { } payer, MatchedBy: { } match })
            return (long.Parse(payer.Id, CultureInfo.InvariantCulture), match);

        var client = PanelText.Of(account.ClientId, account.ClientName);
        throw found.Reason == NoPayerReason.Ambiguous
            ? DocumentHeldException.ForPerson(
                PaymentExportErrorKind.PayerAmbiguous,
                $"Several payers of client {client} fit equally well: {string.Join(", ", found.Candidates.Select(c => c.Id))}. "
                    + "Set the accounting code or the КПП of the right one in the panel.",
                [.. found.Candidates.Select(candidate => long.Parse(candidate.Id, CultureInfo.InvariantCulture))]
            )
            : DocumentHeldException.ForPerson(
                PaymentExportErrorKind.NoActivePayer,
                $"Client {client} has no active payer: add one in the panel."
            );
    }
}
