using NodaTime;
using Settlements.Reminders;
using static Settlements.Reminders.ReminderActionKind;

namespace Settlements.Tests.Reminders;

/// <summary>Random months of payments, moved dates and missed days.</summary>
public sealed class ReminderHistoryTests
{
    private static readonly ReminderActionKind[] Kinds = [MailCustomer, ManagerTask, RecordOverdue, SetCreditFlag];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Plans_what_an_obvious_oracle_plans_and_never_sends_twice(int seed)
    {
        var random = new Random(seed);
        for (var run = 0; run < 50; run++)
            LiveThroughFortyDays(random, $"seed {seed}, run {run}");
    }

    private static void LiveThroughFortyDays(Random random, string because)
    {
        var plan = random.Next(3) == 0 ? ReminderPlan.Default : AnyPlan(random);
        var start = new LocalDate(2026, 11, 1);
        var receivables = Enumerable.Range(0, 6).Select(i => AnyReceivable(random, i, start)).ToList();
        List<SentReminder> sent = [];
        HashSet<string> flagged = ["C-0", "C-9"];
        HashSet<ReminderKey> everSent = [];
        HashSet<(string Receivable, LocalDate Day)> mailed = [];

        for (var day = start; day < start.PlusDays(40); day = day.PlusDays(1))
        {
            receivables = [.. receivables.Select(receivable => Tomorrow(random, receivable))];
            if (random.Next(4) == 0)
                continue;
            for (var run = 0; run < 2; run++)
            {
                var result = ReminderPlanner.Plan(day, receivables, sent, flagged, plan);
                var expected = ReminderOracle.Plan(day, receivables, sent, [.. flagged], plan);

                result.Actions.Should().Equal(expected.Actions, because);
                result.Skipped.Should().Equal(expected.Skipped, because);
                foreach (var key in result.Actions.Select(action => action.Key).OfType<ReminderKey>().Distinct())
                {
                    everSent.Add(key).Should().BeTrue($"{key} was sent before, {because}");
                    sent.Add(new SentReminder(key, day));
                }

                foreach (var mail in result.Actions.Where(action => action.Kind == MailCustomer))
                    mailed.Add((mail.Key!.Receivable, day)).Should().BeTrue($"{mail.Key.Receivable} had its mail on {day}, {because}");
                Flag(flagged, result.Actions);
            }
        }
    }

    private static void Flag(HashSet<string> flagged, IReadOnlyList<ReminderAction> actions)
    {
        foreach (var action in actions)
        {
            if (action.Kind == SetCreditFlag)
                flagged.Add(action.Counterparty);
            else if (action.Kind == LiftCreditFlag)
                flagged.Remove(action.Counterparty);
        }
    }

    private static Receivable AnyReceivable(Random random, int i, LocalDate start) =>
        new()
        {
            Id = $"A-{i}",
            Counterparty = $"C-{i / 2}",
            Due = start.PlusDays(random.Next(-5, 40)),
            Outstanding = Money.Rub(random.Next(0, 3)),
            Status = ReceivableStatus.AwaitingPayment,
        };

    private static Receivable Tomorrow(Random random, Receivable receivable) =>
        random.Next(12) switch
        {
            0 => receivable with { Due = receivable.Due.PlusDays(random.Next(-6, 7)) },
            1 => receivable with { Outstanding = Money.Rub(random.Next(-1, 3)) },
            2 => receivable with { Status = (ReceivableStatus)random.Next(4) },
            _ => receivable,
        };

    private static ReminderPlan AnyPlan(Random random) =>
        new(
            Enumerable
                .Range(-8, 17)
                .Where(_ => random.Next(4) == 0)
                .Select(offset => new ReminderStep
                {
                    Name = $"day{offset}",
                    OffsetDays = offset,
                    Actions = AnyActions(random),
                })
        );

    private static ReminderActionKind[] AnyActions(Random random)
    {
        var kinds = Kinds.ToArray();
        random.Shuffle(kinds);
        return kinds[..random.Next(1, kinds.Length)];
    }
}
