using System.Text.Json.Serialization;
using Newtonsoft.Json;

namespace Settlements.Benchmarks;

/// <summary>A row of <see cref="PlainBalance"/>.</summary>
public sealed record PlainDocument
{
    [JsonPropertyName("id"), JsonProperty("id")]
    public string? Id { get; init; }

    [JsonPropertyName("number"), JsonProperty("number")]
    public string? Number { get; init; }

    [JsonPropertyName("date"), JsonProperty("date")]
    public DateTime? Date { get; init; }

    [JsonPropertyName("due_date"), JsonProperty("due_date")]
    public DateTime? DueDate { get; init; }

    [JsonPropertyName("amount"), JsonProperty("amount")]
    public decimal? Amount { get; init; }

    [JsonPropertyName("outstanding"), JsonProperty("outstanding")]
    public decimal? Outstanding { get; init; }

    [JsonPropertyName("order_id"), JsonProperty("order_id")]
    public string? OrderId { get; init; }
}
