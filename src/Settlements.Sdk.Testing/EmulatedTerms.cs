using Settlements.Testing.OneC;

namespace Settlements.Testing;

/// <summary>The <c>payment_terms</c> in the answer of the emulated 1C server. A property that is null leaves its key out.</summary>
public sealed record EmulatedTerms
{
    /// <summary><c>type</c>: <c>prepay</c>, <c>deferred</c> or <c>mixed</c>.</summary>
    public OneCValue? Type { get; init; }

    /// <summary><c>days</c>: from the order to the payment that is put off.</summary>
    public OneCValue? Days { get; init; }

    /// <summary><c>prepay_percent</c>: what mixed terms want at once.</summary>
    public OneCValue? PrepayPercent { get; init; }

    internal OneCValue ToValue() => JsonMembers.Present(("type", Type), ("days", Days), ("prepay_percent", PrepayPercent));
}
