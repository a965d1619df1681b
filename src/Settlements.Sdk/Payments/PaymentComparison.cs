using System.Globalization;

namespace Settlements.Payments;

/// <summary>Holds a payment of the panel against its plan: what differs, and what the panel does not show.</summary>
internal sealed class PaymentComparison
{
    private readonly List<string> _differences = [];
    private readonly List<string> _unknown = [];

    private PaymentComparison() { }

    /// <summary>Right account, amount, currency and payer, all of them shown; company and method too, where they are shown.</summary>
    internal bool IsEqual => _differences.Count == 0 && _unknown.Count == 0;

    internal bool Differs => _differences.Count > 0;

    internal string Differences => string.Join("; ", _differences);

    internal string Unknown => string.Join(", ", _unknown);

    internal static PaymentComparison Of(PaymentView payment, PaymentPlan plan)
    {
        var result = new PaymentComparison();
        result.CompareAccount(payment, plan);
        result.CompareAmount(payment, plan);
        result.Compare("payer", payment.PayerId, plan.PayerId, isRequired: true);
        result.Compare("company", payment.CompanyId, plan.CompanyId, isRequired: false);
        result.Compare("payment method", payment.PaymentMethodId, plan.PaymentMethodId, isRequired: false);
        return result;
    }

    /// <summary>Without the account's id, its client, provider and currency together say as much.</summary>
    private void CompareAccount(PaymentView payment, PaymentPlan plan)
    {
        if (payment.SubaccountId is { } id)
        {
            Compare("account", id, plan.Account.Id, isRequired: true);
            return;
        }

        if (payment.ClientId is not null)
            Compare("client", payment.ClientId, plan.Account.ClientId, isRequired: true);
        else
            CompareName("client", payment.ClientName, plan.Account.ClientName);
        CompareName("provider", payment.ProviderName, plan.ProviderName);
        if (payment.CurrencyId is null && payment.AmountCurrency is null)
            _unknown.Add("currency");
    }

    private void CompareAmount(PaymentView payment, PaymentPlan plan)
    {
        Compare("currency", payment.CurrencyId, plan.CurrencyId, isRequired: false);
        if (payment.AmountCurrency is { } currency && currency != plan.Amount.Currency)
            _differences.Add($"currency {currency} instead of {plan.Amount.Currency}");
        if (payment.Amount is not { } amount)
            _unknown.Add("amount");
        else if (amount != plan.Amount.Amount)
            _differences.Add(
                string.Create(CultureInfo.InvariantCulture, $"amount {new Money(amount, plan.Amount.Currency)} instead of {plan.Amount}")
            );
    }

    private void CompareName(string what, string? shown, string? wanted)
    {
        if (shown is null || wanted is null)
            _unknown.Add(what);
        else if (!PanelText.AreSame(shown, wanted))
            _differences.Add($"{what} «{shown}» instead of «{wanted}»");
    }

    private void Compare(string what, long? shown, long? wanted, bool isRequired)
    {
        if (wanted is null)
            return;
        if (shown is null)
        {
            if (isRequired)
                _unknown.Add(what);
        }
        else if (shown != wanted)
            _differences.Add(string.Create(CultureInfo.InvariantCulture, $"{what} {shown} instead of {wanted}"));
    }
}
