using Microsoft.Extensions.Logging;
using NodaTime;
using Settlements.Credit;

namespace Settlements.Reminders;

/// <summary>Closes entries of the register and lifts flags when what they stand for is gone, each time asking the source once more.</summary>
internal sealed class CreditStatusUpkeep(ReminderPorts ports, CustomerPlans customers, ILogger logger, LocalDate today)
{
    private const int PageSize = 500;

    internal List<OverdueEntry> Closed { get; } = [];

    internal List<ReminderResult> Lifted { get; } = [];

    internal List<ReminderProblem> Problems { get; } = [];

    internal async Task<IReadOnlyList<CreditFlag>> ListFlagsAsync(CancellationToken cancellationToken)
    {
        List<CreditFlag> flags = [];
        IReadOnlyList<CreditFlag> page;
        do
        {
            CounterpartyId? after = flags.Count == 0 ? null : flags[^1].Counterparty;
            page = await ports.Status.ListFlagsAsync(after, PageSize, cancellationToken).ConfigureAwait(false);
            flags.AddRange(page);
        } while (page.Count == PageSize);
        return flags;
    }

    internal async Task CloseAsync(ReminderGathering gathered, CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var page = await ports.Status.ListOverdueAsync(counterparty: null, next, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var entry in page.Entries.Where(entry => !gathered.IsOpen(entry.Receivable, entry.Due)))
                await CloseAsync(entry, cancellationToken).ConfigureAwait(false);
            next = page.Next;
        } while (next is not null);
    }

    /// <param name="flags">As they were before the receivables were read: what was flagged after that is not lifted by what was read before it.</param>
    /// <param name="gathered">What is past due.</param>
    /// <param name="cancellationToken">Cancels.</param>
    internal async Task LiftAsync(IReadOnlyList<CreditFlag> flags, ReminderGathering gathered, CancellationToken cancellationToken)
    {
        var pastDue = new HashSet<CounterpartyId>();
        foreach (var counterparty in gathered.PastDue)
        {
            if (CounterpartyId.TryParse(counterparty, out var id))
                pastDue.Add(id);
        }
        foreach (var flag in flags.Where(flag => !pastDue.Contains(flag.Counterparty)))
            await LiftAsync(flag, cancellationToken).ConfigureAwait(false);
    }

    private async Task CloseAsync(OverdueEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            var receivable = await FindOpenAsync(entry.Receivable, cancellationToken).ConfigureAwait(false);
            if (receivable?.Due == entry.Due)
                return;
            if (await ports.Status.CloseOverdueAsync(entry.Receivable, entry.Due, today, cancellationToken).ConfigureAwait(false))
                Closed.Add(entry with { ClosedOn = today });
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Report("entry in the overdue register", entry.Receivable, entry.Counterparty, e);
        }
    }

    private async Task LiftAsync(CreditFlag flag, CancellationToken cancellationToken)
    {
        try
        {
            var cause = await FindOpenAsync(flag.Receivable, cancellationToken).ConfigureAwait(false);
            if (cause is not null && customers.PlanOf(cause.Counterparty).IsPastDue(cause.Due, today))
                return;
            var action = new ReminderAction(ReminderActionKind.LiftCreditFlag, flag.Counterparty.ToString(), Key: null);
            if (await ports.Status.LiftFlagAsync(flag, cancellationToken).ConfigureAwait(false))
                Lifted.Add(new ReminderResult(action, ReminderOutcome.Done));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Report("credit flag", flag.Receivable, flag.Counterparty, e);
        }
    }

    private async Task<Receivable?> FindOpenAsync(string id, CancellationToken cancellationToken)
    {
        if (await ports.Source.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } receivable)
            return null;
        await customers.LoadAsync([receivable.Counterparty], cancellationToken).ConfigureAwait(false);
        return customers.PlanOf(receivable.Counterparty).SpeaksOf(receivable) ? receivable : null;
    }

    private void Report(string what, string receivable, CounterpartyId counterparty, Exception exception)
    {
        ReminderRunLog.UpkeepFailed(logger, exception, what, receivable);
        var message = $"The {what} was left as it was. {exception.GetType().Name}: {exception.Message}";
        Problems.Add(new ReminderProblem(receivable, counterparty.ToString(), message));
    }
}
