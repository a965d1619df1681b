using Settlements.Terms;

namespace Settlements.Balances;

/// <summary>A row of an import: the terms of a company, or of one of its contracts.</summary>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Counterparty">Whose.</param>
/// <param name="Contract">The contract; null for the company as a whole.</param>
/// <param name="Terms">The terms.</param>
public sealed record ImportedTerms(long Line, CounterpartyId Counterparty, ContractId? Contract, PaymentTerms Terms) : ImportedRow(Line);
