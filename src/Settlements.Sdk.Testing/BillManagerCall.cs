namespace Settlements.Testing;

/// <summary>A call that reached the emulated panel. Immutable.</summary>
/// <remarks>It holds what was sent, passwords and sessions included, so that a test can look for them; <see cref="ToString"/> shows none of that.</remarks>
public sealed record BillManagerCall
{
    internal BillManagerCall() { }

    /// <summary>1 for the first call of the log, counted without gaps.</summary>
    public int Number { get; internal init; }

    /// <summary>The function, such as <c>payment.add.pay</c>; empty when none was named.</summary>
    public required string Function { get; init; }

    /// <summary>The HTTP method in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query exactly as they came.</summary>
    public required string Target { get; init; }

    /// <summary>Every parameter in the order it came, from the address and from the form.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; }

    /// <summary>When it arrived, by the emulator's clock.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How many calls were being served at that moment, this one included.</summary>
    public int Concurrency { get; internal init; }

    /// <summary>The name of the fault it met; null for none.</summary>
    public string? Fault { get; internal init; }

    /// <summary>The last value of a parameter; null when it was not sent.</summary>
    public string? Parameter(string name) => Parameters.LastOrDefault(p => p.Key == name).Value;

    /// <summary>Number, function and fault.</summary>
    public override string ToString() => FormattableString.Invariant($"{Number} {Function}") + (Fault is null ? "" : $" ({Fault})");
}
