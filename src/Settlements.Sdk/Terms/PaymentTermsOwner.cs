namespace Settlements.Terms;

/// <summary>Whose terms: a company's, one of its contracts', or everybody's who has none of their own.</summary>
public sealed record PaymentTermsOwner
{
    private PaymentTermsOwner(CounterpartyId? counterparty, ContractId? contract)
    {
        Counterparty = counterparty;
        Contract = contract;
    }

    /// <summary>The terms for companies without their own.</summary>
    public static PaymentTermsOwner Default { get; } = new(null, null);

    /// <summary>The company; null for <see cref="Default"/>.</summary>
    public CounterpartyId? Counterparty { get; }

    /// <summary>The contract; null for the company as a whole.</summary>
    public ContractId? Contract { get; }

    /// <summary>A company, or one of its contracts.</summary>
    /// <param name="counterparty">The company.</param>
    /// <param name="contract">The contract; null for the company as a whole.</param>
    /// <exception cref="InvalidOperationException">An identifier was never assigned.</exception>
    public static PaymentTermsOwner Of(CounterpartyId counterparty, ContractId? contract = null)
    {
        _ = counterparty.Value;
        _ = contract?.Value;
        return new PaymentTermsOwner(counterparty, contract);
    }
}
