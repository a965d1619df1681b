namespace Settlements.Balances;

/// <summary>A counterparty whose balance the source did not give.</summary>
/// <param name="Counterparty">Whose.</param>
/// <param name="Error">What went wrong.</param>
/// <param name="Message">In words, for the people who run the program; without secrets.</param>
/// <param name="IsTransient">Whether the next run may succeed without anyone changing anything.</param>
public sealed record BalanceSyncFailure(CounterpartyId Counterparty, SettlementsError Error, string Message, bool IsTransient);
