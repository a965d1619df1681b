using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Settlements.Credit;

namespace Settlements.Reminders;

/// <summary>Reminds customers and managers of what is to be paid, keeps the overdue register, and sets and lifts the credit flag.</summary>
/// <remarks>
/// <para>
/// A run reads all that may have reached a step, plans the business day beside the log (<see cref="ReminderPlanner"/>), and carries out what is due. Each
/// action is claimed in the log, then the source is asked whether the receivable is still open with this due date and how much of it, then it is sent, then
/// recorded. What is recorded as sent is never sent again, by whatever runs again or at one time. A crash between a delivery and its record can send one message
/// twice; its <see cref="ReminderMessage.IdempotencyKey"/> lets the channel notice.
/// </para>
/// <para>
/// What fails is tried again by later runs of the same business day or a later one, after growing pauses, until a later step overtakes it. It holds up no other
/// receivable, and no other kind of action.
/// </para>
/// <para>
/// An entry of the register is closed and a flag lifted when the list of receivables no longer has what they stand for, and the source, asked for it once
/// more, says the same. Whatever could not be judged keeps its flag.
/// </para>
/// <para>Safe for concurrent use, by several processes over one log too; within one object runs go one after the other.</para>
/// </remarks>
public sealed class ReminderRunner : IDisposable
{
    private readonly ReminderPorts _ports;
    private readonly ReminderOptions _options;
    private readonly DateTimeZone _zone;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Makes a runner.</summary>
    /// <param name="source">What awaits payment.</param>
    /// <param name="log">What was sent.</param>
    /// <param name="channel">Brings messages to people.</param>
    /// <param name="status">The overdue register and the credit flags.</param>
    /// <param name="options">How to remind; not to be changed afterwards. Null for the defaults.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="customers">Plans and languages of customers; null when all have the options' own.</param>
    /// <param name="logger">Gets keys, outcomes and reasons; null for none.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message names it, the value's problem and the fix.</exception>
    public ReminderRunner(
        IReceivableSource source,
        IReminderLog log,
        IReminderChannel channel,
        ICreditStatusStore status,
        ReminderOptions? options = null,
        TimeProvider? time = null,
        IReminderCustomers? customers = null,
        ILogger<ReminderRunner>? logger = null
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(status);
        _options = options ?? new ReminderOptions();
        if (ReminderOptionsProblems.Of(_options).ToList() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join(' ', problems), nameof(options));

        _ports = new ReminderPorts(source, log, channel, status, customers);
        _zone = _options.Zone();
        _time = time ?? TimeProvider.System;
        _logger = logger ?? NullLogger<ReminderRunner>.Instance;
    }

    /// <summary>Does what is due today and is not done yet, once.</summary>
    /// <remarks>
    /// To repeat it is harmless: what is done stays done. A call during another waits for its end. What a port throws comes out when the run cannot go on
    /// without it: while the day is read, and when the log fails. A failure of the channel, or about a single receivable, is in the report.
    /// </remarks>
    /// <param name="ignorePauses">True to try those too that wait for a later attempt: somebody asks for it now.</param>
    /// <param name="cancellationToken">Stops the run; a delivery under way is told, and tried again by the next run under the same key.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<ReminderReport> RunOnceAsync(bool ignorePauses = false, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var startedAt = _time.GetCurrentInstant();
            var today = startedAt.InZone(_zone).Date;
            return await RunAsync(startedAt, today, ignorePauses, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Frees what runs waited on for each other.</summary>
    public void Dispose() => _turn.Dispose();

    private async Task<ReminderReport> RunAsync(Instant startedAt, LocalDate today, bool ignorePauses, CancellationToken cancellationToken)
    {
        var customers = new CustomerPlans(_ports.Customers, _options);
        var upkeep = new CreditStatusUpkeep(_ports, customers, _logger, today);
        var flags = await upkeep.ListFlagsAsync(cancellationToken).ConfigureAwait(false);
        var gathered = new ReminderGathering(_ports, customers, today, startedAt, ignorePauses);
        var latestDue = _options.AllPlans.Max(plan => plan.LatestDue(today));
        await gathered.GatherAsync(latestDue, cancellationToken).ConfigureAwait(false);
        foreach (var problem in gathered.Problems)
            ReminderRunLog.LeftAlone(_logger, problem.Receivable, problem.Counterparty, problem.Message);

        var delivery = new ReminderDelivery(_ports, customers, _options, _time, _logger, today);
        var run = new ReminderRun(_ports, delivery, _options.MaxParallel);
        await run.CarryOutAsync(gathered.Due, cancellationToken).ConfigureAwait(false);
        await upkeep.CloseAsync(gathered, cancellationToken).ConfigureAwait(false);
        await upkeep.LiftAsync(flags, gathered, cancellationToken).ConfigureAwait(false);
        return Report(startedAt, today, gathered, run, upkeep);
    }

    private ReminderReport Report(
        Instant startedAt,
        LocalDate today,
        ReminderGathering gathered,
        ReminderRun run,
        CreditStatusUpkeep upkeep
    )
    {
        var now = _time.GetCurrentInstant();
        List<ReminderResult> results = [.. gathered.Waiting, .. run.Results, .. upkeep.Lifted];
        var attempts = results.Select(result => result.NextAttempt).OfType<Instant>().ToList();
        if (upkeep.Problems.Count > 0)
            attempts.Add(now + Duration.FromTimeSpan(_options.LongestPause));
        var report = new ReminderReport
        {
            Today = today,
            Receivables = gathered.Receivables,
            Results = results,
            Skipped = [.. run.Skipped],
            HeldBackMails = gathered.HeldBackMails,
            ClosedOverdue = upkeep.Closed,
            Problems = [.. gathered.Problems, .. upkeep.Problems],
            NextAttempt = attempts.Count == 0 ? null : attempts.Min(),
            StartedAt = startedAt,
            Elapsed = now - startedAt,
        };
        ReminderRunLog.RunEnded(
            _logger,
            today,
            results.Count(result => result.Outcome == ReminderOutcome.Done),
            results.Count(result => result.Outcome == ReminderOutcome.Failed),
            results.Count(result => result.Outcome is ReminderOutcome.Waiting or ReminderOutcome.ClaimedElsewhere),
            upkeep.Lifted.Count,
            report.Receivables,
            report.Elapsed.ToTimeSpan()
        );
        return report;
    }
}
