using Settlements.Terms;

namespace Settlements.EntityFrameworkCore.Terms;

/// <summary>The terms of an owner.</summary>
internal sealed class TermsRow
{
    /// <summary>The company; empty for the terms of everybody who has none.</summary>
    public required Guid CounterpartyId { get; init; }

    /// <summary>The contract; empty for the company as a whole.</summary>
    public required Guid ContractId { get; init; }

    /// <summary>Every version, as JSON.</summary>
    public required string Versions { get; set; }

    public static TermsRow Of(PaymentTermsOwner owner, string versions) =>
        new()
        {
            CounterpartyId = owner.Counterparty?.Value ?? Guid.Empty,
            ContractId = owner.Contract?.Value ?? Guid.Empty,
            Versions = versions,
        };
}
