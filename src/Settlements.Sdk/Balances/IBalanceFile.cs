using NodaTime;

namespace Settlements.Balances;

/// <summary>One file of an import, in whatever format: <c>OneCBalanceFile</c> reads JSON and CSV with the value rules of the 1C client; a host may bring its own.</summary>
public interface IBalanceFile
{
    /// <summary>What the rows are.</summary>
    BalanceImportPart Part { get; }

    /// <summary>Reads the rows in the file's order, once, without holding more of them than one.</summary>
    /// <param name="asOf">The moment of the file: the figures of a row that states none hold for it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>
    /// Rows of <see cref="Part"/> (<see cref="ImportedBalance"/>, <see cref="ImportedDocument"/>, <see cref="ImportedPayment"/>, <see cref="ImportedTerms"/>), and a
    /// <see cref="RejectedRow"/> for each that cannot be used. No row is ever left out in silence.
    /// </returns>
    /// <exception cref="BalanceFileException">The file as a whole cannot be used: it is cut short, or is not what it is said to be.</exception>
    IAsyncEnumerable<ImportedRow> ReadAsync(Instant asOf, CancellationToken cancellationToken);
}
