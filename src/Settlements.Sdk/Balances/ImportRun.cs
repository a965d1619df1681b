using System.Globalization;
using NodaTime;

namespace Settlements.Balances;

/// <summary>The rows of one import on their way into the store, in batches.</summary>
internal sealed class ImportRun(
    IBalanceImport import,
    ImportCounts counts,
    int batchSize,
    Func<RejectedRow, CancellationToken, ValueTask>? onRejected
)
{
    private readonly List<ImportedBalance> _balances = [];
    private readonly List<ImportedDocument> _documents = [];
    private readonly List<ImportedPayment> _payments = [];
    private readonly List<CounterpartyId> _kept = [];

    internal async Task AddAsync(IBalanceFile file, Instant asOf, CancellationToken cancellationToken)
    {
        await foreach (var row in file.ReadAsync(asOf, cancellationToken).ConfigureAwait(false))
        {
            counts.Read(file.Part);
            switch (row)
            {
                case ImportedBalance balance when file.Part == BalanceImportPart.Balances:
                    counts.Read(balance);
                    await BatchAsync(_balances, balance, import.AddBalancesAsync, cancellationToken).ConfigureAwait(false);
                    break;
                case ImportedDocument document when file.Part == BalanceImportPart.Documents:
                    await BatchAsync(_documents, document, import.AddDocumentsAsync, cancellationToken).ConfigureAwait(false);
                    break;
                case ImportedPayment payment when file.Part == BalanceImportPart.Payments:
                    await BatchAsync(_payments, payment, import.AddPaymentsAsync, cancellationToken).ConfigureAwait(false);
                    break;
                case ImportedTerms terms when file.Part == BalanceImportPart.Terms:
                    await AddTermsAsync(terms, cancellationToken).ConfigureAwait(false);
                    break;
                case RejectedRow rejected when rejected.Part == file.Part:
                    await RejectAsync(rejected, cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    throw new InvalidOperationException(
                        $"A file of {file.Part} gave a row of another kind: {row?.GetType().Name ?? "null"}."
                    );
            }
        }

        await SendAsync(_balances, import.AddBalancesAsync, cancellationToken).ConfigureAwait(false);
        await SendAsync(_documents, import.AddDocumentsAsync, cancellationToken).ConfigureAwait(false);
        await SendAsync(_payments, import.AddPaymentsAsync, cancellationToken).ConfigureAwait(false);
        await SendAsync(_kept, import.KeepAsync, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Rejects the rows that do not fit the others; the store keeps their counterparties by itself.</summary>
    internal async Task CheckAsync(CancellationToken cancellationToken)
    {
        await foreach (var conflict in import.CheckAsync(cancellationToken).ConfigureAwait(false))
        {
            counts.Terms.Forget(conflict.Counterparty);
            var rejected = new RejectedRow(conflict.Line, conflict.Part, Reason(conflict.Kind)) { Counterparty = conflict.Counterparty };
            await ReportAsync(rejected, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task AddTermsAsync(ImportedTerms row, CancellationToken cancellationToken)
    {
        if (counts.Terms.AddOwn(row) is not { } other)
            return;
        var reason = string.Create(
            CultureInfo.InvariantCulture,
            $"Line {other} has other terms of the same owner, and nobody can tell which of the two hold: neither is saved."
        );
        await RejectAsync(new RejectedRow(row.Line, BalanceImportPart.Terms, reason) { Counterparty = row.Counterparty }, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task RejectAsync(RejectedRow row, CancellationToken cancellationToken)
    {
        await ReportAsync(row, cancellationToken).ConfigureAwait(false);
        if (ImportCounts.KeepsFigures(row) && row.Counterparty is { } counterparty)
            await BatchAsync(_kept, counterparty, import.KeepAsync, cancellationToken).ConfigureAwait(false);
    }

    private async Task ReportAsync(RejectedRow row, CancellationToken cancellationToken)
    {
        counts.Reject(row);
        if (onRejected is not null)
            await onRejected(row, cancellationToken).ConfigureAwait(false);
    }

    private async Task BatchAsync<T>(
        List<T> batch,
        T row,
        Func<IReadOnlyList<T>, CancellationToken, Task> send,
        CancellationToken cancellationToken
    )
    {
        batch.Add(row);
        if (batch.Count >= batchSize)
            await SendAsync(batch, send, cancellationToken).ConfigureAwait(false);
    }

    private static async Task SendAsync<T>(
        List<T> batch,
        Func<IReadOnlyList<T>, CancellationToken, Task> send,
        CancellationToken cancellationToken
    )
    {
        if (batch.Count == 0)
            return;
        await send(batch.ToArray(), cancellationToken).ConfigureAwait(false);
        batch.Clear();
    }

    private static string Reason(BalanceImportConflictKind kind) =>
        kind switch
        {
            BalanceImportConflictKind.RepeatedCounterparty =>
                "The counterparty has more than one balance in the file, and nobody can tell which of them holds.",
            BalanceImportConflictKind.DocumentWithoutBalance => "The document's counterparty has no balance in this import.",
            BalanceImportConflictKind.DocumentCurrency => "The document is in another currency than its counterparty's balance.",
            _ => kind.ToString(),
        };
}
