using Microsoft.Extensions.Logging;
using NodaTime;
using Settlements.Credit;

namespace Settlements.Reminders;

/// <summary>Carries out one action: claimed first, then asked whether it is still due, then sent, then recorded.</summary>
internal sealed class ReminderDelivery(
    ReminderPorts ports,
    CustomerPlans customers,
    ReminderOptions options,
    TimeProvider time,
    ILogger logger,
    LocalDate today
)
{
    private readonly ChannelHealth _health = new(options.StopAfterFailures);

    /// <summary>What the log itself throws comes out: without a log nothing more may be sent.</summary>
    internal async Task<ReminderResult> CarryOutAsync(DueReminder due, ReminderAction action, CancellationToken cancellationToken)
    {
        if (_health.IsDown(action.Kind))
            return new ReminderResult(action, ReminderOutcome.Waiting)
            {
                Reason = $"{action.Kind} failed several times in a row; the rest of it waits.",
                NextAttempt = After(attempts: 1),
            };
        var lease = Duration.FromTimeSpan(options.Lease);
        if (await ports.Log.ClaimAsync(due.Key, action.Kind, today, lease, cancellationToken).ConfigureAwait(false) is not { } claim)
            return new ReminderResult(action, ReminderOutcome.ClaimedElsewhere);

        Receivable? receivable;
        try
        {
            receivable = await FindAsync(due, cancellationToken).ConfigureAwait(false);
            if (receivable is not null)
                await ActAsync(claim, receivable, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Whether it got through is not known: the next run tries it at once, under the same key.
            await ports
                .Log.FailAsync(claim, "The run was stopped meanwhile.", nextAttempt: null, CancellationToken.None)
                .ConfigureAwait(false);
            throw;
        }
        catch (Exception e)
        {
            return await FailAsync(action, claim, e).ConfigureAwait(false);
        }

        _health.Answered(action.Kind);
        // Whatever the caller wants now, this is done and must be known as done.
        return receivable is null
            ? await ReleaseAsync(action, claim).ConfigureAwait(false)
            : await CompleteAsync(action, claim).ConfigureAwait(false);
    }

    /// <summary>The receivable as it is now; null when the step speaks of it no longer.</summary>
    private async Task<Receivable?> FindAsync(DueReminder due, CancellationToken cancellationToken)
    {
        var receivable = await ports.Source.FindAsync(due.Key.Receivable, cancellationToken).ConfigureAwait(false);
        return receivable is not null && receivable.Due == due.Key.Due && due.Plan.SpeaksOf(receivable) ? receivable : null;
    }

    private Task ActAsync(ReminderClaim claim, Receivable receivable, CancellationToken cancellationToken) =>
        claim.Action switch
        {
            ReminderActionKind.RecordOverdue => ports.Status.RecordOverdueAsync(
                new OverdueEntry
                {
                    Receivable = receivable.Id,
                    Due = receivable.Due,
                    Counterparty = CounterpartyOf(receivable),
                    Outstanding = receivable.Outstanding,
                    Number = receivable.Number,
                    RecordedOn = today,
                },
                cancellationToken
            ),
            ReminderActionKind.SetCreditFlag => ports.Status.SetFlagAsync(
                CounterpartyOf(receivable),
                receivable.Id,
                receivable.Due,
                today,
                cancellationToken
            ),
            _ => DeliverAsync(claim, receivable, cancellationToken),
        };

    private async Task DeliverAsync(ReminderClaim claim, Receivable receivable, CancellationToken cancellationToken)
    {
        var customer = customers.Find(receivable.Counterparty);
        var language = claim.Action == ReminderActionKind.MailCustomer ? customer.Language : null;
        var message = new ReminderMessage
        {
            Key = claim.Key,
            Action = claim.Action,
            Receivable = receivable,
            Today = today,
            Language = language ?? customers.Language,
            CounterpartyName = customer.Name,
            Attempt = claim.Attempts + 1,
        };
        using var timeout = new CancellationTokenSource(options.DeliveryTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            await ports.Channel.DeliverAsync(message, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The channel took longer than DeliveryTimeout ({options.DeliveryTimeout}).", e);
        }
    }

    private async Task<ReminderResult> CompleteAsync(ReminderAction action, ReminderClaim claim)
    {
        if (await ports.Log.CompleteAsync(claim, CancellationToken.None).ConfigureAwait(false))
            return new ReminderResult(action, ReminderOutcome.Done);
        ReminderRunLog.LeaseLost(logger, claim.Key, claim.Action);
        return new ReminderResult(action, ReminderOutcome.Done)
        {
            Reason = "The lease ended before it was recorded: another process may have carried it out too. Raise Lease.",
        };
    }

    private async Task<ReminderResult> ReleaseAsync(ReminderAction action, ReminderClaim claim)
    {
        await ports.Log.ReleaseAsync(claim, CancellationToken.None).ConfigureAwait(false);
        return new ReminderResult(action, ReminderOutcome.NoLongerDue);
    }

    private async Task<ReminderResult> FailAsync(ReminderAction action, ReminderClaim claim, Exception exception)
    {
        _health.Failed(action.Kind);
        ReminderRunLog.ActionFailed(logger, exception, claim.Key, claim.Action, claim.Attempts + 1);
        var (error, next) = ($"{exception.GetType().Name}: {exception.Message}", After(claim.Attempts + 1));
        await ports.Log.FailAsync(claim, error, next, CancellationToken.None).ConfigureAwait(false);
        return new ReminderResult(action, ReminderOutcome.Failed) { Reason = error, NextAttempt = next };
    }

    private Instant After(int attempts) => time.GetCurrentInstant() + Duration.FromTimeSpan(options.PauseAfter(attempts));

    private static CounterpartyId CounterpartyOf(Receivable receivable) =>
        CounterpartyId.TryParse(receivable.Counterparty, out var counterparty)
            ? counterparty
            : throw new InvalidOperationException(
                $"The counterparty '{receivable.Counterparty}' of the receivable '{receivable.Id}' is no GUID of 1C: the register and the credit flag are kept by it. Give it in Receivable.Counterparty, or leave these actions out of the plan."
            );
}
