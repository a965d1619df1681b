namespace Settlements.Balances;

/// <summary>The rows of an import before they are worked into a store.</summary>
internal sealed class StagedImport(BalanceImportScope scope)
{
    private readonly HashSet<CounterpartyId> _kept = [];
    private readonly Dictionary<CounterpartyId, List<OpenDocument>> _documentsOf = [];
    private readonly List<ImportedBalance> _balances = [];
    private readonly List<ImportedDocument> _documents = [];
    private readonly List<ImportedPayment> _payments = [];

    internal BalanceImportScope Scope { get; } = scope;

    internal IEnumerable<ImportedPayment> Payments => _payments.Where(row => !IsKept(row.Counterparty));

    internal void Add(IReadOnlyList<ImportedBalance> rows) => _balances.AddRange(rows);

    internal void Add(IReadOnlyList<ImportedDocument> rows)
    {
        _documents.AddRange(rows);
        foreach (var row in rows)
        {
            if (!_documentsOf.TryGetValue(row.Counterparty, out var documents))
                _documentsOf.Add(row.Counterparty, documents = []);
            documents.Add(row.Document);
        }
    }

    internal void Add(IReadOnlyList<ImportedPayment> rows) => _payments.AddRange(rows);

    internal void Keep(IEnumerable<CounterpartyId> counterparties) => _kept.UnionWith(counterparties);

    internal bool IsKept(CounterpartyId counterparty) => _kept.Contains(counterparty);

    /// <summary>The balances as they are to be kept, once <see cref="Conflicts"/> are out of the way.</summary>
    internal IEnumerable<StoredBalance> Balances() =>
        _balances
            .Where(row => !IsKept(row.Balance.Counterparty))
            .Select(row => new StoredBalance(WithDocuments(row.Balance) with { Notes = [] }, Scope.AsOf));

    /// <summary>The rows that do not fit the others, by part and line; their counterparties are kept from here on.</summary>
    internal IReadOnlyList<BalanceImportConflict> Conflicts()
    {
        var balances = _balances
            .Where(row => !IsKept(row.Balance.Counterparty))
            .GroupBy(row => row.Balance.Counterparty)
            .ToDictionary(rows => rows.Key, rows => rows.ToList());
        var repeated = balances
            .Values.Where(rows => rows.Count > 1)
            .SelectMany(rows => rows)
            .OrderBy(row => row.Line)
            .Select(row => new BalanceImportConflict(
                BalanceImportPart.Balances,
                row.Line,
                row.Balance.Counterparty,
                BalanceImportConflictKind.RepeatedCounterparty
            ));
        var misplaced =
            from row in _documents
            where !IsKept(row.Counterparty)
            let kind = ConflictOf(row, balances.GetValueOrDefault(row.Counterparty))
            where kind is not null
            orderby row.Line
            select new BalanceImportConflict(BalanceImportPart.Documents, row.Line, row.Counterparty, kind.Value);
        List<BalanceImportConflict> conflicts = [.. repeated, .. misplaced];
        Keep(conflicts.Select(conflict => conflict.Counterparty));
        return conflicts;
    }

    private static BalanceImportConflictKind? ConflictOf(ImportedDocument row, List<ImportedBalance>? balances) =>
        balances switch
        {
            null => BalanceImportConflictKind.DocumentWithoutBalance,
            [var only] when only.Balance.Currency != row.Currency => BalanceImportConflictKind.DocumentCurrency,
            _ => null,
        };

    private CounterpartyBalance WithDocuments(CounterpartyBalance balance) =>
        Scope.HasDocuments
            ? balance with
            {
                Documents = _documentsOf.GetValueOrDefault(balance.Counterparty) ?? [],
                Unstated = balance.Unstated & ~BalanceFields.Documents,
            }
            : balance;
}
