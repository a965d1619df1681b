using NodaTime;

namespace Settlements.Balances;

/// <summary>What an import is told about its files.</summary>
/// <param name="AsOf">
/// The moment for which the files were made: what was booked in the source before it is in them. Take it from the sender (a name, a manifest), or the time at which
/// the file was written, never the time at which it was found: figures that are called newer than they are replace newer ones.
/// </param>
public sealed record BalanceImportRequest(Instant AsOf)
{
    /// <summary>Whether a counterparty that is not in the files has no debt any more. The default is <see cref="BalanceImportKind.FullSnapshot"/>.</summary>
    public BalanceImportKind Kind { get; init; } = BalanceImportKind.FullSnapshot;

    /// <summary>
    /// Lets pass, because a person has looked, what is otherwise refused: files older than the last import, an empty full snapshot, and one that clears many debtors. Newer
    /// figures stay as they are all the same. The default is false.
    /// </summary>
    public bool Force { get; init; }

    /// <summary>
    /// How many rows of balances the sender says there are, read and rejected ones together; another number is refused. It is the only way to notice a file of lines that was
    /// cut exactly between two of them. Null, the default: the sender does not say.
    /// </summary>
    public long? ExpectedBalances { get; init; }
}
