using NodaTime;

namespace Settlements.Testing;

/// <summary>A payment of the emulated panel. Times are the panel's local ones.</summary>
public sealed record PanelPayment
{
    /// <summary>The id.</summary>
    public required long Id { get; init; }

    /// <summary>The number by the panel's template.</summary>
    public string Number { get; init; } = "";

    /// <summary>1 new, 2 in payment, 3 promised, 4 credited, 5 awaiting refund, 6 refunded, 7 fraudulent, 8 initiated, 9 cancelled.</summary>
    public int Status { get; init; } = 1;

    /// <summary>The client.</summary>
    public required long AccountId { get; init; }

    /// <summary>The account that it goes to.</summary>
    public required long SubaccountId { get; init; }

    /// <summary>The payer; null for none.</summary>
    public long? PayerId { get; init; }

    /// <summary>The receiving company; null for none.</summary>
    public long? CompanyId { get; init; }

    /// <summary>The payment method.</summary>
    public required long PaymentMethodId { get; init; }

    /// <summary>The currency of <see cref="Amount"/>.</summary>
    public required long CurrencyId { get; init; }

    /// <summary>What is paid.</summary>
    public required decimal Amount { get; init; }

    /// <summary>What the account receives, in its own currency.</summary>
    public required decimal SubaccountAmount { get; init; }

    /// <summary>When it was added.</summary>
    public required LocalDateTime CreatedAt { get; init; }

    /// <summary>When it was credited; null until then.</summary>
    public LocalDateTime? PaidAt { get; init; }

    /// <summary>The mark against doubles.</summary>
    public string RandomNumber { get; init; } = "";

    /// <summary>The id given by whoever credited it.</summary>
    public string ExternalId { get; init; } = "";

    /// <summary>The remark given by whoever credited it.</summary>
    public string Info { get; init; } = "";

    /// <summary>The document's number.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>The document's date; null for none.</summary>
    public LocalDate? DocumentDate { get; init; }

    /// <summary>What the payment is for.</summary>
    public string Description { get; init; } = "";
}
