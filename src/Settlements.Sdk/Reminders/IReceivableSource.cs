using NodaTime;

namespace Settlements.Reminders;

/// <summary>Knows what awaits payment: the host's orders and invoices, or stored documents by <see cref="StoredReceivables"/>.</summary>
/// <remarks>
/// An identifier names one receivable for ever and has one due date at a time; instalments have one each. Identifiers compare letter for letter. What cannot be
/// told must not look paid: a method throws where it does not know, and a receivable whose open amount is unknown has <c>default(Money)</c>.
/// </remarks>
public interface IReceivableSource
{
    /// <summary>Everything that is open and due on or before a day, in any order; more may come along and is looked at too.</summary>
    /// <remarks>
    /// What does not come counts as paid, so that a list that ends early must end by an exception. It is read to the end before anything is sent, once a run:
    /// pages of a database query will do.
    /// </remarks>
    /// <param name="dueOnOrBefore">The last due date of interest: today and as many days as the earliest step comes before one.</param>
    /// <param name="cancellationToken">Cancels.</param>
    IAsyncEnumerable<Receivable> ListOpenAsync(LocalDate dueOnOrBefore, CancellationToken cancellationToken);

    /// <summary>A receivable as it is now. Asked right before each send: it is what the message says.</summary>
    /// <param name="id">Its identifier.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The receivable, paid and cancelled ones too; null when there is none of this identifier any more, which counts as no longer owed.</returns>
    Task<Receivable?> FindAsync(string id, CancellationToken cancellationToken);
}
