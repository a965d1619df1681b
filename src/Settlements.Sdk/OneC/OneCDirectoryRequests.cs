using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Settlements.Http;
using Settlements.Linking;
using Settlements.Payers;

namespace Settlements.OneC;

/// <summary>The requests to the directory of one publication. All may be repeated: a search changes nothing, and a registration carries its key.</summary>
internal sealed class OneCDirectoryRequests(OneCOptions options)
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly OneCAddress _address = new(options, options.Directory.Path);
    private readonly string _taxIdParameter = Uri.EscapeDataString(options.Directory.TaxIdParameter);
    private readonly string _counterpartyParameter = Uri.EscapeDataString(options.CounterpartyParameter);

    internal HttpRequestMessage Search(TaxId taxId) =>
        Repeatable(_address.Request(HttpMethod.Get, $"{_taxIdParameter}={Uri.EscapeDataString(taxId.Number)}"));

    internal HttpRequestMessage Find(CounterpartyId counterparty) =>
        Repeatable(_address.Request(HttpMethod.Get, $"{_counterpartyParameter}={counterparty.Value:D}"));

    internal HttpRequestMessage Register(NewCounterparty counterparty)
    {
        var request = _address.Request(HttpMethod.Post, query: null);
        request.Content = new ByteArrayContent(Body(counterparty));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return Repeatable(request);
    }

    // Every key is always there, since 1C's code fails at a key that it does not find.
    private static byte[] Body(NewCounterparty counterparty)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            writer.WriteStartObject();
            writer.WriteString("idempotency_key", counterparty.Key);
            writer.WriteString("name", counterparty.Name);
            writer.WriteString("kind", Kind(counterparty.Kind));
            writer.WriteString("country", Country(counterparty.TaxId));
            writer.WriteString("tin", counterparty.TaxId?.Number);
            writer.WriteString("kpp", counterparty.TaxId?.Kpp);
            writer.WriteString("email", counterparty.Email);
            writer.WriteString("phone", counterparty.Phone);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static string Kind(CounterpartyKind kind) =>
        kind switch
        {
            CounterpartyKind.Person => "person",
            CounterpartyKind.Company => "company",
            CounterpartyKind.Entrepreneur => "entrepreneur",
            _ => throw new ArgumentException($"The kind {kind} is none of person, company and entrepreneur.", nameof(kind)),
        };

    private static string? Country(TaxId? taxId) =>
        taxId?.Country switch
        {
            TaxIdCountry.Russia => "RU",
            TaxIdCountry.Belarus => "BY",
            TaxIdCountry.Kazakhstan => "KZ",
            _ => null,
        };

    private static HttpRequestMessage Repeatable(HttpRequestMessage request)
    {
        request.MarkRepeatable();
        return request;
    }
}
