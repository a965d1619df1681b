using NodaTime;
using Settlements.Terms;

namespace Settlements.Credit;

/// <summary>What a customer is about to order.</summary>
public sealed record CheckoutCart
{
    /// <summary>The shop's own number of the order to be, as for <see cref="OrderToCheck.Id"/>. The same cart keeps its number, so that its hold is changed and not doubled.</summary>
    public required string OrderId { get; init; }

    /// <summary>Who orders.</summary>
    public required CounterpartyId Counterparty { get; init; }

    /// <summary>The contract under which it is ordered; null for none.</summary>
    public ContractId? Contract { get; init; }

    /// <summary>The total: zero or more, whole in minor units.</summary>
    public required Money Total { get; init; }

    /// <summary>The business date of the order, in the business time zone.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The day of shipment, where it is planned; null leaves what is counted from it pending.</summary>
    public LocalDate? Shipment { get; init; }

    /// <summary>The payment methods that the shop offers, in its order.</summary>
    public IReadOnlyList<PaymentMethod> Methods { get; init; } = [];
}
