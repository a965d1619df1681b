using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Settlements.Testing.BillManager;

/// <summary>The whole state as one JSON document.</summary>
internal static class PanelJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters =
        {
            new PatternConverter<LocalDate>(LocalDatePattern.Iso),
            new PatternConverter<LocalDateTime>(LocalDateTimePattern.ExtendedIso),
        },
    };

    internal static string Write(PanelTables tables) =>
        JsonSerializer.Serialize(
            new PanelSnapshot
            {
                Currencies = [.. tables.Currencies],
                Users = [.. tables.Users],
                Providers = [.. tables.Providers],
                Companies = [.. tables.Companies],
                PaymentMethods = [.. tables.PaymentMethods],
                Accounts = [.. tables.Accounts],
                Subaccounts = [.. tables.Subaccounts],
                Payers = [.. tables.Payers],
                Payments = [.. tables.Payments],
                Invoices = [.. tables.Invoices],
                Creditings = tables.Creditings,
                SavedFilters = tables.SavedFilters,
            },
            Options
        );

    internal static PanelTables Read(string json)
    {
        try
        {
            return Tables(
                JsonSerializer.Deserialize<PanelSnapshot>(json, Options) ?? throw new FormatException("The panel's JSON is null.")
            );
        }
        catch (JsonException e)
        {
            throw new FormatException("Not a panel's JSON: " + e.Message, e);
        }
    }

    private static PanelTables Tables(PanelSnapshot snapshot)
    {
        var tables = new PanelTables();
        Fill(tables.Currencies, snapshot.Currencies);
        Fill(tables.Users, snapshot.Users);
        Fill(tables.Providers, snapshot.Providers);
        Fill(tables.Companies, snapshot.Companies);
        Fill(tables.PaymentMethods, snapshot.PaymentMethods);
        Fill(tables.Accounts, snapshot.Accounts);
        Fill(tables.Subaccounts, snapshot.Subaccounts);
        Fill(tables.Payers, snapshot.Payers);
        Fill(tables.Payments, snapshot.Payments);
        Fill(tables.Invoices, snapshot.Invoices);
        foreach (var (payment, times) in snapshot.Creditings)
            tables.Creditings[payment] = times;
        foreach (var (key, values) in snapshot.SavedFilters)
            tables.SavedFilters[key] = values;
        return tables;
    }

    private static void Fill<T>(PanelTable<T> table, IEnumerable<T> rows)
    {
        foreach (var row in rows)
            table.Put(row);
    }

    private sealed class PatternConverter<T>(IPattern<T> pattern) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            pattern.Parse(reader.GetString()!).GetValueOrThrow();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(pattern.Format(value));
    }
}
