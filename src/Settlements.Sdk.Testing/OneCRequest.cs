namespace Settlements.Testing;

/// <summary>A request that reached the emulated 1C server. Immutable.</summary>
/// <remarks>It holds what was sent, keys and passwords included, so that a test can look for them; <see cref="ToString"/> shows none of that.</remarks>
public sealed record OneCRequest
{
    internal OneCRequest() { }

    /// <summary>1 for the first request of the log, counted without gaps.</summary>
    public int Number { get; internal init; }

    /// <summary>The HTTP method in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The path, decoded: <c>/demo/hs/balance/get</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Path and query exactly as they came over the wire.</summary>
    public required string Target { get; init; }

    /// <summary>The query, decoded; a name that came several times has its values joined by commas.</summary>
    public required IReadOnlyDictionary<string, string> Query { get; init; }

    /// <summary>The headers by name, whatever its case.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body, read as UTF-8; empty when there was none.</summary>
    public string Body { get; init; } = "";

    /// <summary>The counterparty asked for; null when there is none or it is not a GUID.</summary>
    public CounterpartyId? Counterparty { get; init; }

    /// <summary>When it arrived, by the emulator's <see cref="TimeProvider"/>.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How many requests were being served at that moment, this one included.</summary>
    public int Concurrency { get; internal init; }

    /// <summary>The name of the fault that it was answered with; null when it was answered as the state of the server says.</summary>
    public string? Fault { get; init; }

    /// <summary>The value of a header, or null when it was not sent.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    /// <summary>Method, path and the names in the query, without any value.</summary>
    public override string ToString() =>
        $"#{Number} {Method} {Path}{(Query.Count > 0 ? "?" : "")}{string.Join('&', Query.Keys)}{(Fault is null ? "" : $" ({Fault})")}";
}
