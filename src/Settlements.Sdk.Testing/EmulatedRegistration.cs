namespace Settlements.Testing;

/// <summary>A registration that the emulated 1C server carried out. Immutable.</summary>
/// <param name="Key">The idempotency key that it came with.</param>
/// <param name="Counterparty">The counterparty that stands for the key since.</param>
/// <param name="WasThere">True when the tax number with its KPP was there already and nothing was made.</param>
public sealed record EmulatedRegistration(string Key, CounterpartyId Counterparty, bool WasThere);
