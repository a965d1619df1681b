namespace Settlements.Balances;

/// <summary>How much a counterparty may owe, as the source states it.</summary>
/// <param name="Amount">The limit; its currency may differ from the balance's. Zero is a limit of zero, not "no limit".</param>
/// <param name="IsEnforced">False when the source keeps the figure but does not control it (<c>КонтролироватьСуммуЗадолженности</c> off).</param>
/// <remarks>Unknown, zero and not enforced are three things: an unknown limit is <c>null</c> in <see cref="CounterpartyBalance.Limit"/>.</remarks>
public sealed record CreditLimit(Money Amount, bool IsEnforced = true);
