using System.Text.Json.Serialization;

namespace Settlements.Benchmarks;

[JsonSerializable(typeof(PlainBalance))]
internal sealed partial class PlainBalanceContext : JsonSerializerContext;
