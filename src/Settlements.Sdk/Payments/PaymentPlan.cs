using Settlements.Payers;

namespace Settlements.Payments;

/// <summary>What a document's payment should be, in the panel's ids.</summary>
internal sealed record PaymentPlan
{
    internal required ClientAccount Account { get; init; }

    internal required long CurrencyId { get; init; }

    internal required Money Amount { get; init; }

    internal required long PayerId { get; init; }

    internal required PayerMatch MatchedBy { get; init; }

    /// <summary>Null where only what was credited already is looked at again.</summary>
    internal long? CompanyId { get; init; }

    /// <inheritdoc cref="CompanyId"/>
    internal long? PaymentMethodId { get; init; }

    internal string? PaymentMethodName { get; init; }

    internal string? ProviderName { get; init; }
}
