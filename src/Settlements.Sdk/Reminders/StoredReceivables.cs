using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.Text;
using Settlements.Balances;

namespace Settlements.Reminders;

/// <summary>The open documents of stored balances as receivables. Counterparties are GUIDs of 1C, as the register and the credit flag need them.</summary>
/// <remarks>
/// A receivable's identifier is the counterparty's GUID, a slash, and the document's identifier; where the source gives none, its number, date and whole amount.
/// Documents without a due date await nothing by a day and are left out. What is not known (no amount, no list, figures too old) is reported by the run and never
/// taken for paid.
/// </remarks>
/// <param name="balances">The balances kept.</param>
/// <param name="documents">The same store, by due date.</param>
/// <param name="time">The clock.</param>
/// <param name="maxAge">
/// How old figures may be for something to be sent by them; counted from <see cref="StoredBalance.ReadAt"/>. Null for any age. With older ones the send fails and is
/// tried again later.
/// </param>
public sealed class StoredReceivables(IBalanceStore balances, IOpenDocumentStore documents, TimeProvider time, Duration? maxAge = null)
    : IReceivableSource
{
    private const int PageSize = 1000;

    /// <inheritdoc/>
    public async IAsyncEnumerable<Receivable> ListOpenAsync(
        LocalDate dueOnOrBefore,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        string? next = null;
        do
        {
            var page = await documents.ListDueAsync(dueOnOrBefore, next, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var stored in page.Documents)
            {
                if (stored.Document.DueDate is { } due)
                    yield return ReceivableOf(stored.Counterparty, stored.Document, due);
            }
            next = page.Next;
        } while (next is not null);
    }

    /// <inheritdoc/>
    /// <exception cref="FormatException"><paramref name="id"/> is no identifier of this source.</exception>
    /// <exception cref="InvalidOperationException">No balance, no list of documents, several documents of this identifier, or figures that are too old.</exception>
    public async Task<Receivable?> FindAsync(string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Split('/', 2) is not [var owner, var key] || !CounterpartyId.TryParse(owner, out var counterparty))
            throw new FormatException(
                $"'{id}' is no receivable of stored balances: those are named by the counterparty's GUID, a slash and the document."
            );
        if (await balances.FindAsync(counterparty, cancellationToken).ConfigureAwait(false) is not { } stored)
            throw new InvalidOperationException($"No balance of {counterparty} is kept any more: whether '{id}' is paid is not known.");
        if (maxAge is { } longest && stored.ReadAt < time.GetCurrentInstant() - longest)
            throw new InvalidOperationException(
                $"The balance of {counterparty} is as of {InstantPattern.General.Format(stored.ReadAt)}, too old to remind by: see why it is not synchronised."
            );
        if (stored.Balance.Documents is not { } open)
            throw new InvalidOperationException(
                $"The balance of {counterparty} came without its documents: whether '{id}' is paid is not known."
            );

        return open.Where(document => KeyOf(document) == key).Take(2).ToList() switch
        {
            [] => null,
            [{ DueDate: { } due } document] => ReceivableOf(counterparty, document, due),
            [_] => null,
            _ => throw new InvalidOperationException(
                $"Several documents of {counterparty} are '{key}': let the source give each an identifier."
            ),
        };
    }

    private static Receivable ReceivableOf(CounterpartyId counterparty, OpenDocument document, LocalDate due) =>
        new()
        {
            Id = $"{counterparty}/{KeyOf(document)}",
            Counterparty = counterparty.ToString(),
            Due = due,
            Outstanding = document.Outstanding ?? default,
            Status =
                document is { Amount: { } whole, Outstanding: { } left } && left < whole
                    ? ReceivableStatus.PartlyPaid
                    : ReceivableStatus.AwaitingPayment,
            Number = document.Number,
            Date = document.Date,
            Amount = document.Amount,
        };

    private static string KeyOf(OpenDocument document) =>
        document.Id
        ?? string.Join(
            '/',
            document.Number ?? "-",
            document.Date is { } date ? LocalDatePattern.Iso.Format(date) : "-",
            document.Amount?.ToString() ?? "-"
        );
}
