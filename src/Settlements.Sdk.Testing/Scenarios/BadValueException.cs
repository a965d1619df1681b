namespace Settlements.Testing.Scenarios;

/// <summary>A value in <c>given</c> that is no such value. That is an answer of the scenario, not a fault of its file.</summary>
internal sealed class BadValueException(string word, string message) : Exception(message)
{
    internal const string Amount = "amount";
    internal const string Currency = "currency";
    internal const string Date = "date";
    internal const string Calendar = "calendar";
    internal const string Terms = "terms";

    /// <summary>All words that <c>"expect": { "error": ... }</c> may have.</summary>
    internal static string[] Words => [Amount, Currency, Date, Calendar, Terms];

    /// <summary>The word of the format for what is wrong.</summary>
    internal string Word { get; } = word;
}
