using NodaTime;

namespace Settlements.Reminders;

/// <summary>Reads what awaits payment to the end, and plans it piece by piece beside the log.</summary>
internal sealed class ReminderGathering(ReminderPorts ports, CustomerPlans customers, LocalDate today, Instant now, bool ignorePauses)
{
    private const int ChunkSize = 500;

    private readonly ReminderDay _day = new(today);
    private readonly HashSet<(string Receivable, LocalDate Due)> _open = [];

    internal int Receivables { get; private set; }

    internal List<DueReminder> Due { get; } = [];

    /// <summary>Actions that are not to be tried now.</summary>
    internal List<ReminderResult> Waiting { get; } = [];

    internal List<ReminderKey> HeldBackMails { get; } = [];

    internal List<ReminderProblem> Problems { get; } = [];

    /// <summary>Counterparties with something past due, or with something that could not be judged.</summary>
    internal IReadOnlyCollection<string> PastDue => _day.PastDue;

    internal bool IsOpen(string receivable, LocalDate due) => _open.Contains((receivable, due));

    internal async Task GatherAsync(LocalDate latestDue, CancellationToken cancellationToken)
    {
        var open = ports.Source.ListOpenAsync(latestDue, cancellationToken);
        await foreach (var chunk in open.Chunk(ChunkSize).WithCancellation(cancellationToken).ConfigureAwait(false))
            await PlanAsync(chunk, cancellationToken).ConfigureAwait(false);
    }

    private async Task PlanAsync(Receivable[] receivables, CancellationToken cancellationToken)
    {
        Receivables += receivables.Length;
        await customers.LoadAsync(receivables.Select(receivable => receivable.Counterparty), cancellationToken).ConfigureAwait(false);
        var ids = receivables.Select(receivable => receivable.Id).Distinct(StringComparer.Ordinal).ToList();
        var log = await ports.Log.ListAsync(ids, cancellationToken).ConfigureAwait(false);
        _day.Remember(log.Select(entry => new SentReminder(entry.Key, entry.On) { Action = entry.Action, State = entry.State }));
        foreach (var receivable in receivables)
            Plan(receivable);

        var planned = _day.Take();
        HeldBackMails.AddRange(planned.HeldBackMails);
        var entries = log.ToDictionary(entry => (entry.Key, entry.Action));
        var overtaken = planned.Skipped.ToLookup(key => (key.Receivable, key.Due));
        foreach (var step in planned.Actions.GroupBy(action => action.Key!))
        {
            var actions = step.Where(action => !Waits(action, entries.GetValueOrDefault((action.Key!, action.Kind)))).ToList();
            var plan = customers.PlanOf(step.First().Counterparty);
            Due.Add(new DueReminder(step.Key, today, plan, actions, [.. overtaken[(step.Key.Receivable, step.Key.Due)]]));
        }
    }

    private void Plan(Receivable receivable)
    {
        try
        {
            var plan = customers.PlanOf(receivable.Counterparty);
            _day.Add(receivable, plan);
            if (plan.SpeaksOf(receivable))
                _open.Add((receivable.Id, receivable.Due));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or OverflowException)
        {
            // Not known is not paid.
            _day.KeepFlagOf(receivable.Counterparty);
            _open.Add((receivable.Id, receivable.Due));
            Problems.Add(new ReminderProblem(receivable.Id, receivable.Counterparty, e.Message));
        }
    }

    private bool Waits(ReminderAction action, ReminderLogEntry? entry)
    {
        var waits = entry switch
        {
            { State: ReminderState.Failed, NextAttempt: { } next } when next > now && !ignorePauses => new ReminderResult(
                action,
                ReminderOutcome.Waiting
            )
            {
                Reason = entry.LastError,
                NextAttempt = next,
            },
            { State: ReminderState.Begun, LeasedUntil: { } end } when end > now => new ReminderResult(
                action,
                ReminderOutcome.ClaimedElsewhere
            )
            {
                NextAttempt = end,
            },
            _ => null,
        };
        if (waits is not null)
            Waiting.Add(waits);
        return waits is not null;
    }
}
