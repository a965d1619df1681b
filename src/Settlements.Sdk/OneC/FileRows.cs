namespace Settlements.OneC;

/// <summary>The rows of a file, one after the other, each as a JSON object.</summary>
internal abstract class FileRows : IDisposable
{
    /// <summary>The line on which the row begins, from 1.</summary>
    internal long Line { get; private protected set; }

    /// <summary>The row; valid until the next one is read.</summary>
    internal ReadOnlyMemory<byte> Json { get; private protected set; }

    /// <summary>Why nobody can say what the row is, nor whether it is one row; null when it can be read.</summary>
    internal string? Broken { get; private protected set; }

    /// <summary>A value that is read held bytes that are no letters of the file's encoding.</summary>
    internal bool HasForeignLetters { get; private protected set; }

    /// <summary>The file ends with this row, and without a line break: if it is no whole row, the file was cut.</summary>
    internal bool IsUnfinished { get; private protected set; }

    /// <summary>The row as the file has it.</summary>
    internal abstract string Text { get; }

    /// <summary>Goes to the next row; false behind the last.</summary>
    /// <exception cref="Balances.BalanceFileException">The file cannot be read on.</exception>
    internal abstract ValueTask<bool> ReadAsync(CancellationToken cancellationToken);

    public virtual void Dispose() { }
}
