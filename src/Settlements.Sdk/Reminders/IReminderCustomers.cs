namespace Settlements.Reminders;

/// <summary>Knows how customers want to be reminded. Optional: without it everybody has the plan and the language of <see cref="ReminderOptions"/>.</summary>
public interface IReminderCustomers
{
    /// <summary>What is known of some counterparties. Each is asked for once a run at most.</summary>
    /// <param name="counterparties">As receivables name them (<see cref="Receivable.Counterparty"/>); a few hundred at a time, none twice.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>By the text asked for; one that is left out has the defaults.</returns>
    Task<IReadOnlyDictionary<string, ReminderCustomer>> ListAsync(
        IReadOnlyCollection<string> counterparties,
        CancellationToken cancellationToken
    );
}
