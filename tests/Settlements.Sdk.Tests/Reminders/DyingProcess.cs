using System.Runtime.CompilerServices;
using NodaTime;
using Settlements.Credit;
using Settlements.Reminders;

namespace Settlements.Tests.Reminders;

/// <summary>Ports that die at a chosen moment, as a killed process does: from then on nothing gets through any more.</summary>
internal sealed class DyingProcess(ReminderWorld world, int diesAt) : IReceivableSource, IReminderLog, IReminderChannel, ICreditStatusStore
{
    private int _moments;

    public bool HasDied { get; private set; }

    /// <summary>What it was about when it died: a method, before or after it took effect.</summary>
    public string DiedAt { get; private set; } = "";

    public async IAsyncEnumerable<Receivable> ListOpenAsync(
        LocalDate dueOnOrBefore,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var receivable in world.Source.ListOpenAsync(dueOnOrBefore, cancellationToken))
        {
            Live("ListOpen");
            yield return receivable;
        }
    }

    public Task<Receivable?> FindAsync(string id, CancellationToken cancellationToken) =>
        AroundAsync(() => world.Source.FindAsync(id, cancellationToken));

    public Task DeliverAsync(ReminderMessage message, CancellationToken cancellationToken) =>
        AroundAsync(async () =>
        {
            await world.Channel.DeliverAsync(message, cancellationToken);
            return true;
        });

    public Task<ReminderClaim?> ClaimAsync(
        ReminderKey key,
        ReminderActionKind action,
        LocalDate today,
        Duration lease,
        CancellationToken cancellationToken
    ) => AroundAsync(() => world.Log.ClaimAsync(key, action, today, lease, cancellationToken));

    public Task<bool> CompleteAsync(ReminderClaim claim, CancellationToken cancellationToken) =>
        AroundAsync(() => world.Log.CompleteAsync(claim, cancellationToken));

    public Task<bool> FailAsync(ReminderClaim claim, string error, Instant? nextAttempt, CancellationToken cancellationToken) =>
        AroundAsync(() => world.Log.FailAsync(claim, error, nextAttempt, cancellationToken));

    public Task<bool> ReleaseAsync(ReminderClaim claim, CancellationToken cancellationToken) =>
        AroundAsync(() => world.Log.ReleaseAsync(claim, cancellationToken));

    public Task SkipAsync(
        ReminderKey key,
        IReadOnlyCollection<ReminderActionKind> actions,
        LocalDate today,
        CancellationToken cancellationToken
    ) =>
        AroundAsync(async () =>
        {
            await world.Log.SkipAsync(key, actions, today, cancellationToken);
            return true;
        });

    public Task<IReadOnlyList<ReminderLogEntry>> ListAsync(IReadOnlyCollection<string> receivables, CancellationToken cancellationToken) =>
        AroundAsync(() => world.Log.ListAsync(receivables, cancellationToken));

    public Task<int> EndLeasesAsync(CancellationToken cancellationToken) => AroundAsync(() => world.Log.EndLeasesAsync(cancellationToken));

    public Task<bool> RecordOverdueAsync(OverdueEntry entry, CancellationToken cancellationToken) =>
        AroundAsync(() => world.Status.RecordOverdueAsync(entry, cancellationToken));

    public Task<bool> CloseOverdueAsync(string receivable, LocalDate due, LocalDate on, CancellationToken cancellationToken) =>
        AroundAsync(() => world.Status.CloseOverdueAsync(receivable, due, on, cancellationToken));

    public Task<OverduePage> ListOverdueAsync(
        CounterpartyId? counterparty,
        string? after,
        int limit,
        CancellationToken cancellationToken
    ) => AroundAsync(() => world.Status.ListOverdueAsync(counterparty, after, limit, cancellationToken));

    public Task<CreditFlag> SetFlagAsync(
        CounterpartyId counterparty,
        string receivable,
        LocalDate due,
        LocalDate on,
        CancellationToken cancellationToken
    ) => AroundAsync(() => world.Status.SetFlagAsync(counterparty, receivable, due, on, cancellationToken));

    public Task<bool> LiftFlagAsync(CreditFlag flag, CancellationToken cancellationToken) =>
        AroundAsync(() => world.Status.LiftFlagAsync(flag, cancellationToken));

    public Task<CreditFlag?> FindFlagAsync(CounterpartyId counterparty, CancellationToken cancellationToken) =>
        AroundAsync(() => world.Status.FindFlagAsync(counterparty, cancellationToken));

    public Task<IReadOnlyList<CreditFlag>> ListFlagsAsync(CounterpartyId? after, int limit, CancellationToken cancellationToken) =>
        AroundAsync(() => world.Status.ListFlagsAsync(after, limit, cancellationToken));

    private async Task<T> AroundAsync<T>(Func<Task<T>> work, [CallerMemberName] string method = "")
    {
        Live($"before {method}");
        var result = await work();
        Live($"after {method}");
        return result;
    }

    private void Live(string moment)
    {
        if (!HasDied && _moments++ == diesAt)
            (HasDied, DiedAt) = (true, moment);
        if (HasDied)
            throw new InvalidOperationException($"The process is dead since {DiedAt}.");
    }
}
