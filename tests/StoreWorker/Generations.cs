using NodaTime;
using Settlements.Balances;

namespace Settlements.Tests.Balances;

/// <summary>Files of balances, one after the other: each has its own figures of the same counterparties, and leaves some of them out.</summary>
internal static class Generations
{
    public const int Counterparties = 1200;
    private const int BatchSize = 100;

    private static readonly Instant First = Instant.FromUtc(2026, 11, 1, 0, 0);

    public static CounterpartyId Id(int number) => new(new Guid(number * 7919, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));

    public static Instant MomentOf(int generation) => First + Duration.FromHours(generation);

    /// <summary>Everything of an import but the commit.</summary>
    /// <param name="store">Where to.</param>
    /// <param name="generation">Which file.</param>
    /// <param name="say">Told what is done next: the batches by number, then <c>apply</c>, then <c>commit</c>.</param>
    public static async Task<IBalanceImport> ApplyAsync(IBalanceStore store, int generation, Func<string, Task>? say = null)
    {
        say ??= _ => Task.CompletedTask;
        var import = await store.BeginImportAsync(new(BalanceImportKind.FullSnapshot, MomentOf(generation)), CancellationToken.None);
        foreach (var (number, batch) in Balances(generation).Chunk(BatchSize).Index())
        {
            await say(FormattableString.Invariant($"batch {number}"));
            await import.AddBalancesAsync(batch, CancellationToken.None);
        }

        await import.AddPaymentsAsync([new ImportedPayment(1, Id(0), Payment(generation, 0))], CancellationToken.None);
        await foreach (var conflict in import.CheckAsync(CancellationToken.None))
            throw new InvalidOperationException($"A generation has no conflicts, and here is one: {conflict}");
        await say("apply");
        await import.ApplyAsync(clearMissing: true, CancellationToken.None);
        await say("commit");
        return import;
    }

    public static async Task ImportAsync(IBalanceStore store, int generation, Func<string, Task>? say = null)
    {
        await using var import = await ApplyAsync(store, generation, say);
        await import.CommitAsync(CancellationToken.None);
    }

    private static IEnumerable<ImportedBalance> Balances(int generation) =>
        from number in Enumerable.Range(0, Counterparties)
        where number % 10 != generation % 10
        select new ImportedBalance(number + 1, Balance(generation, number));

    private static CounterpartyBalance Balance(int generation, int number)
    {
        // Half of them are the same in each file.
        var value = number % 2 == 0 ? number : number + generation * 10_000;
        return new CounterpartyBalance(Id(number), Currency.Rub, MomentOf(generation))
        {
            Debt = Money.Rub(value),
            Advance = number % 3 == 0 ? null : Money.Rub(0.01m),
            Limit = new CreditLimit(Money.Rub(number)),
            Documents =
            [
                .. Enumerable
                    .Range(0, value % 4)
                    .Select(place => new OpenDocument { Id = FormattableString.Invariant($"d-{place}"), Outstanding = Money.Rub(value) }),
            ],
            Payments = number % 5 == 0 ? [Payment(number % 2 == 0 ? 0 : generation, number)] : null,
        };
    }

    private static BalancePayment Payment(int generation, int number) =>
        new()
        {
            Id = FormattableString.Invariant($"p-{generation}"),
            Date = new LocalDate(2026, 11, 1).PlusDays(generation),
            Amount = Money.Rub(number),
        };
}
