namespace Settlements.Linking;

/// <summary>What became of a registration.</summary>
/// <param name="Counterparty">The counterparty that now stands for the key.</param>
/// <param name="WasThere">
/// True when it was not made by this call: an earlier one with the same key made it, the tax number with its KPP was known already, or the directory does not say.
/// </param>
public sealed record CounterpartyRegistration(DirectoryCounterparty Counterparty, bool WasThere);
