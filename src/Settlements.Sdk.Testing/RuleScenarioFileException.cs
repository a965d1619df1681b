namespace Settlements.Testing;

/// <summary>Scenario files could not be used, so that nothing can be said about the rules.</summary>
/// <remarks>Not JSON, an unknown property or rule, a property twice, a wrong JSON type, no scenario in the file, or no file at all.</remarks>
public sealed class RuleScenarioFileException : Exception
{
    /// <summary>Wraps what is wrong with the files.</summary>
    /// <param name="problems">One sentence for each fault: which file, which line and column (both from 1), what is wrong.</param>
    /// <exception cref="ArgumentNullException"><paramref name="problems"/> is null.</exception>
    public RuleScenarioFileException(IReadOnlyList<string> problems)
        : base(string.Join(Environment.NewLine, problems ?? throw new ArgumentNullException(nameof(problems)))) => Problems = problems;

    /// <summary>One sentence for each fault: <c>credit/limit.json, line 12, column 7: given.order.total is the number 5; give a decimal number ...</c>.</summary>
    public IReadOnlyList<string> Problems { get; }
}
