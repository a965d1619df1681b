using NodaTime;
using Settlements.Balances;
using Settlements.Terms;

namespace Settlements.Tests.Stores;

internal static partial class Mutants
{
    private static IEnumerable<(string Name, Func<IAsyncLifetime> Suite)> Balances()
    {
        yield return Of(
            "balances: an unknown debt is zero",
            store => Found(store, b => b with { Debt = b.Debt ?? Money.Zero(b.Currency) })
        );
        yield return Of(
            "balances: an unknown advance is zero",
            store => Found(store, b => b with { Advance = b.Advance ?? Money.Zero(b.Currency) })
        );
        yield return Of(
            "balances: an unknown overdue is zero",
            store => Found(store, b => b with { Overdue = b.Overdue ?? Money.Zero(b.Currency) })
        );
        yield return Of(
            "balances: a debt of zero is unknown",
            store => Found(store, b => b with { Debt = b.Debt is { IsZero: true } ? null : b.Debt })
        );
        yield return Of("balances: an unknown block is none", store => Found(store, b => b with { IsBlocked = b.IsBlocked ?? false }));
        yield return Of(
            "balances: a limit of zero is unknown",
            store => Found(store, b => b with { Limit = b.Limit is { Amount.IsZero: true } ? null : b.Limit })
        );
        yield return Of(
            "balances: every limit is enforced",
            store => Found(store, b => b with { Limit = b.Limit is { } limit ? limit with { IsEnforced = true } : null })
        );
        yield return Of("balances: no list is an empty one", store => Found(store, b => b with { Documents = b.Documents ?? [] }));
        yield return Of(
            "balances: an empty list is none",
            store => Found(store, b => b with { Documents = b.Documents is [] ? null : b.Documents })
        );
        yield return Of("balances: no payments are none", store => Found(store, b => b with { Payments = b.Payments ?? [] }));
        yield return Of(
            "balances: an unknown outstanding is zero",
            store => Documents(store, (b, d) => d with { Outstanding = d.Outstanding ?? Money.Zero(b.Currency) })
        );
        yield return Of("balances: two digits", store => Found(store, b => b with { Debt = b.Debt?.Round() }));
        yield return Of(
            "balances: documents of two digits",
            store => Documents(store, (_, d) => d with { Outstanding = d.Outstanding?.Round() })
        );
        yield return Of(
            "balances: floating point",
            store =>
                Found(
                    store,
                    b =>
                        b with
                        {
                            Debt = b.Debt is { } debt
                                ? new Money((decimal)(double)Math.Clamp(debt.Amount, -1e27m, 1e27m), debt.Currency)
                                : null,
                        }
                )
        );
        yield return Of(
            "balances: documents in another order",
            store => Found(store, b => b with { Documents = b.Documents?.Reverse().ToList() })
        );
        yield return Of(
            "balances: of equal documents one",
            store => Found(store, b => b with { Documents = b.Documents?.Distinct().ToList() })
        );
        yield return Of(
            "balances: orders without case",
            store => Documents(store, (_, d) => d with { OrderId = d.OrderId?.ToUpperInvariant() })
        );
        yield return Of(
            "balances: an empty text is none",
            store => Documents(store, (_, d) => d with { Number = d.Number is "" ? null : d.Number })
        );
        yield return Of(
            "balances: texts without blanks at their ends",
            store => Documents(store, (_, d) => d with { Number = d.Number?.Trim() })
        );
        yield return Of("balances: due a day earlier", store => Documents(store, (_, d) => d with { DueDate = d.DueDate?.PlusDays(-1) }));
        yield return Of("balances: no terms", store => Found(store, b => b with { Terms = null }));
        yield return Of(
            "balances: unknown terms are prepayment",
            store => Found(store, b => b with { Terms = b.Terms ?? PaymentTerms.Prepay() })
        );
        yield return Of("balances: nothing is unstated", store => Found(store, b => b with { Unstated = BalanceFields.None }));
        yield return Of("balances: no last payment", store => Found(store, b => b with { LastPayment = null }));
        yield return Of(
            "balances: microseconds",
            store =>
                Mutant.Returning(
                    store,
                    "FindAsync",
                    (StoredBalance? found) =>
                        found is null ? null : found with { ReadAt = Instant.FromUnixTimeTicks(found.ReadAt.ToUnixTimeTicks() / 10 * 10) }
                )
        );
        yield return Of(
            "balances: nothing is cleared",
            store => Mutant.Returning(store, "FindAsync", (StoredBalance? found) => found is null ? null : found with { IsCleared = false })
        );
        yield return Of(
            "balances: the last save stays",
            store => Mutant.Taking(store, "SaveAsync", 0, (StoredBalance b) => b with { ReadAt = Instant.FromUtc(9999, 1, 1, 0, 0) })
        );
        yield return Of("balances: the first save stays", FirstStays);
        yield return Of(
            "balances: the source's moment decides",
            store => Mutant.Taking(store, "SaveAsync", 0, (StoredBalance b) => b with { ReadAt = b.Balance.AsOf })
        );
        yield return Of("balances: an older save is said to be kept", store => Mutant.Returning(store, "SaveAsync", (bool _) => true));
        yield return Of(
            "balances: listed by the bytes of .NET",
            store =>
                Mutant.Returning(
                    store,
                    "ListAsync",
                    (IReadOnlyList<CounterpartyId> ids) =>
                        [.. ids.OrderBy(id => Convert.ToHexString(id.Value.ToByteArray()), StringComparer.Ordinal)]
                )
        );
        yield return Of(
            "history: no next page",
            store => Mutant.Returning(store, "ListPaymentsAsync", (PaymentHistoryPage page) => page with { Next = null })
        );
        yield return Of(
            "history: the earliest first",
            store =>
                Mutant.Returning(
                    store,
                    "ListPaymentsAsync",
                    (PaymentHistoryPage page) => page with { Payments = [.. page.Payments.Reverse()] }
                )
        );
        yield return Of(
            "history: any position is the beginning",
            store => Mutant.Instead<IBalanceStore, PaymentHistoryPage>(store, "ListPaymentsAsync", BeginsAnew)
        );
        yield return Of(
            "history: payments of two saves only",
            store =>
                Mutant.Taking(
                    store,
                    "SaveAsync",
                    0,
                    (StoredBalance b) => b with { Balance = b.Balance with { Payments = b.Balance.Payments?.Take(2).ToList() } }
                )
        );
        yield return Of(
            "history: ids without case",
            store =>
                Mutant.Taking(
                    store,
                    "SaveAsync",
                    0,
                    (StoredBalance b) =>
                        b with
                        {
                            Balance = b.Balance with
                            {
                                Payments = b.Balance.Payments?.Select(p => p with { Id = p.Id?.ToUpperInvariant() }).ToList(),
                            },
                        }
                )
        );

        static IBalanceStore Found(IBalanceStore store, Func<CounterpartyBalance, CounterpartyBalance> change) =>
            Mutant.Returning(
                store,
                "FindAsync",
                (StoredBalance? found) => found is null ? null : found with { Balance = change(found.Balance) }
            );

        static IBalanceStore Documents(IBalanceStore store, Func<CounterpartyBalance, OpenDocument, OpenDocument> change) =>
            Found(store, b => b with { Documents = b.Documents?.Select(d => change(b, d)).ToList() });

        static IBalanceStore FirstStays(IBalanceStore store) =>
            Mutant.Instead(
                store,
                "SaveAsync",
                async Task<bool> (arguments, next) =>
                    await store.FindAsync(((StoredBalance)arguments[0]!).Balance.Counterparty, default) is null && await next(arguments)
            );

        static async Task<PaymentHistoryPage> BeginsAnew(object?[] arguments, Func<object?[], Task<PaymentHistoryPage>> next)
        {
            try
            {
                return await next(arguments);
            }
            catch (FormatException)
            {
                return await next([arguments[0], null, arguments[2], arguments[3]]);
            }
        }
    }

    private static IEnumerable<(string Name, Func<IAsyncLifetime> Suite)> Imports()
    {
        yield return Import("imports: seen when applied", (_, import) => CommitsAtOnce(import));
        yield return Import("imports: nothing is committed", (_, import) => Mutant.Of(import, "CommitAsync", (_, _) => Task.CompletedTask));
        yield return Import("imports: clears always", (_, import) => Mutant.Taking(import, "ApplyAsync", 0, (bool _) => true));
        yield return Import("imports: clears never", (_, import) => Mutant.Taking(import, "ApplyAsync", 0, (bool _) => false));
        yield return Import(
            "imports: clears those who are to be kept",
            (_, import) => Mutant.Of(import, "KeepAsync", (_, _) => Task.CompletedTask)
        );
        yield return Import(
            "imports: of two rows the last",
            (_, import) =>
                Mutant.Taking(
                    import,
                    "AddBalancesAsync",
                    0,
                    (IReadOnlyList<ImportedBalance> rows) => [.. rows.DistinctBy(row => row.Balance.Counterparty)]
                )
        );
        yield return Import(
            "imports: lines are not told",
            (_, import) =>
                Mutant.Taking(
                    import,
                    "AddBalancesAsync",
                    0,
                    (IReadOnlyList<ImportedBalance> rows) => [.. rows.Select(row => row with { Line = 1 })]
                )
        );
        yield return Import(
            "imports: documents of no balance get lost",
            (_, import) =>
                Mutant.Taking(
                    import,
                    "AddDocumentsAsync",
                    0,
                    (IReadOnlyList<ImportedDocument> rows) => [.. rows.Where(row => row.Line != 8)]
                )
        );
        yield return Import(
            "imports: currencies of documents do not matter",
            (_, import) =>
                Mutant.Taking(
                    import,
                    "AddDocumentsAsync",
                    0,
                    (IReadOnlyList<ImportedDocument> rows) => [.. rows.Select(row => row with { Currency = Currency.Rub })]
                )
        );
        yield return Import(
            "imports: payments of their own file get lost",
            (_, import) => Mutant.Taking(import, "AddPaymentsAsync", 0, (IReadOnlyList<ImportedPayment> _) => [])
        );
        yield return Import(
            "imports: an unknown debt is zero",
            (_, import) => Rows(import, b => b with { Debt = b.Debt ?? Money.Zero(b.Currency) })
        );
        yield return Import("imports: no list is an empty one", (_, import) => Rows(import, b => b with { Documents = b.Documents ?? [] }));
        yield return Import("imports: two digits", (_, import) => Rows(import, b => b with { Debt = b.Debt?.Round() }));
        yield return Import("imports: no terms", (_, import) => Rows(import, b => b with { Terms = null }));
        yield return Import(
            "imports: all are changed",
            (_, import) => Counted(import, c => c with { Changed = c.Changed + c.Unchanged, Unchanged = 0 })
        );
        yield return Import(
            "imports: none is changed",
            (_, import) => Counted(import, c => c with { Unchanged = c.Changed + c.Unchanged, Changed = 0 })
        );
        yield return Import("imports: debtors are not counted", (_, import) => Counted(import, c => c with { DebtorsBefore = 0 }));
        yield return Import("imports: a cleared debtor is not counted", (_, import) => Counted(import, c => c with { DebtorsCleared = 0 }));
        yield return Import("imports: no import before", (_, import) => Counted(import, c => c with { PreviousAsOf = null }));
        yield return Import("imports: a live balance gets lost", OverwritesLive);
        yield return Of(
            "imports: newer figures are replaced",
            store =>
                Mutant.Taking(
                    store,
                    "BeginImportAsync",
                    0,
                    (BalanceImportScope scope) => scope with { AsOf = scope.AsOf + Duration.FromTicks(1) }
                )
        );
        yield return Of(
            "imports: figures of the same moment stay",
            store =>
                Mutant.Taking(
                    store,
                    "BeginImportAsync",
                    0,
                    (BalanceImportScope scope) => scope with { AsOf = scope.AsOf - Duration.FromTicks(1) }
                )
        );
        yield return Of(
            "imports: documents of their own file always",
            store => Mutant.Taking(store, "BeginImportAsync", 0, (BalanceImportScope scope) => scope with { HasDocuments = true })
        );
        yield return Of(
            "imports: the last one is forgotten",
            store => Mutant.Of(store, "FindLastImportAsync", (_, _) => Task.FromResult<BalanceImportRecord?>(null))
        );

        static (string, Func<IAsyncLifetime>) Import(string name, Func<IBalanceStore, IBalanceImport, IBalanceImport> mutate) =>
            Of(name, store => Mutant.Returning(store, "BeginImportAsync", (IBalanceImport import) => mutate(store, import)));

        static IBalanceImport Rows(IBalanceImport import, Func<CounterpartyBalance, CounterpartyBalance> change) =>
            Mutant.Taking(
                import,
                "AddBalancesAsync",
                0,
                (IReadOnlyList<ImportedBalance> rows) => [.. rows.Select(row => row with { Balance = change(row.Balance) })]
            );

        static IBalanceImport Counted(IBalanceImport import, Func<BalanceImportChanges, BalanceImportChanges> change) =>
            Mutant.Returning(import, "ApplyAsync", change);

        static IBalanceImport CommitsAtOnce(IBalanceImport import) =>
            Mutant.Instead(
                Mutant.Of(import, "CommitAsync", (_, _) => Task.CompletedTask),
                "ApplyAsync",
                async Task<BalanceImportChanges> (arguments, next) =>
                {
                    var changes = await next(arguments);
                    await import.CommitAsync(default);
                    return changes;
                }
            );

        // As a store does that reads, works out the new state, and writes it back over whatever came meanwhile.
        static IBalanceImport OverwritesLive(IBalanceStore store, IBalanceImport import)
        {
            List<StoredBalance> before = [];
            var applied = Mutant.Instead(
                import,
                "ApplyAsync",
                async Task<BalanceImportChanges> (arguments, next) =>
                {
                    foreach (var id in await store.ListAsync(null, 100, default))
                        before.Add((await store.FindAsync(id, default))!);
                    return await next(arguments);
                }
            );
            return Mutant.Of(
                applied,
                "CommitAsync",
                async (arguments, next) =>
                {
                    foreach (var balance in before)
                    {
                        var now = (await store.FindAsync(balance.Balance.Counterparty, default))!;
                        if (now.ReadAt > balance.ReadAt)
                            await store.SaveAsync(balance with { ReadAt = now.ReadAt }, default);
                    }

                    await next(arguments);
                }
            );
        }
    }

    private static (string Name, Func<IAsyncLifetime> Suite) Of(string name, Func<IBalanceStore, IBalanceStore> mutate) =>
        (name, () => new TriedBalances(mutate));
}
