namespace Settlements.Balances;

/// <summary>A remark on how a value of the source was read.</summary>
/// <param name="Field">The source's own key, with its path: <c>documents[2].outstanding</c>.</param>
/// <param name="Message">What was found and what was made of it, in English, for the people who run the service.</param>
public sealed record BalanceNote(string Field, string Message);
