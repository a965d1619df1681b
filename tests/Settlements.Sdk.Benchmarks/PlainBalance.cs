using System.Text.Json.Serialization;
using Newtonsoft.Json;

namespace Settlements.Benchmarks;

/// <summary>The contract as records that a program would write by hand, for both serializers.</summary>
public sealed record PlainBalance
{
    [JsonPropertyName("counterparty_id"), JsonProperty("counterparty_id")]
    public Guid CounterpartyId { get; init; }

    [JsonPropertyName("currency"), JsonProperty("currency")]
    public string? Currency { get; init; }

    [JsonPropertyName("debt"), JsonProperty("debt")]
    public decimal? Debt { get; init; }

    [JsonPropertyName("advance"), JsonProperty("advance")]
    public decimal? Advance { get; init; }

    [JsonPropertyName("overdue_debt"), JsonProperty("overdue_debt")]
    public decimal? OverdueDebt { get; init; }

    [JsonPropertyName("credit_limit"), JsonProperty("credit_limit")]
    public decimal? CreditLimit { get; init; }

    [JsonPropertyName("credit_limit_enforced"), JsonProperty("credit_limit_enforced")]
    public bool? CreditLimitEnforced { get; init; }

    [JsonPropertyName("blocked"), JsonProperty("blocked")]
    public bool? Blocked { get; init; }

    [JsonPropertyName("last_payment_date"), JsonProperty("last_payment_date")]
    public DateTime? LastPaymentDate { get; init; }

    [JsonPropertyName("last_payment_sum"), JsonProperty("last_payment_sum")]
    public decimal? LastPaymentSum { get; init; }

    [JsonPropertyName("updated_at"), JsonProperty("updated_at")]
    public DateTime? UpdatedAt { get; init; }

    [JsonPropertyName("documents"), JsonProperty("documents")]
    public IReadOnlyList<PlainDocument>? Documents { get; init; }
}
