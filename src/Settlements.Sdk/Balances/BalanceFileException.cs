namespace Settlements.Balances;

/// <summary>A file as a whole cannot be used; <see cref="BalanceImporter"/> makes a refusal of it.</summary>
public sealed class BalanceFileException : FormatException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="message">For the people who run the import; without values of the file but its keys.</param>
    /// <param name="innerException">The cause, if any.</param>
    public BalanceFileException(BalanceFileProblem problem, string message, Exception? innerException = null)
        : base(message, innerException) => Problem = problem;

    /// <summary>What is wrong.</summary>
    public BalanceFileProblem Problem { get; }
}
