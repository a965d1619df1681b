namespace Settlements.Payments;

/// <summary>An account that the panel lists without saying whose it is.</summary>
/// <param name="Id">The account's id in the panel.</param>
/// <param name="Reason">What is missing.</param>
public sealed record UnclearAccount(long Id, string Reason);
