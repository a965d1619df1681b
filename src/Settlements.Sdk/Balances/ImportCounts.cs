namespace Settlements.Balances;

/// <summary>What an import has seen so far.</summary>
internal sealed class ImportCounts(BalanceImportRequest request, bool keepsTerms)
{
    private readonly long[] _rows = new long[Enum.GetValues<BalanceImportPart>().Length];
    private readonly long[] _rejected = new long[Enum.GetValues<BalanceImportPart>().Length];
    private readonly HashSet<CounterpartyId> _kept = [];
    private RejectedRow? _firstRejected;
    private BalanceNote? _firstRemark;
    private long _remarked;

    /// <summary>A rejected row of the balances may be anybody's.</summary>
    internal bool HasUnknownBalance { get; private set; }

    /// <summary>A rejected row of the documents may be anybody's.</summary>
    internal RejectedRow? UnknownDocument { get; private set; }

    internal RejectedRow? FirstRejected => _firstRejected;

    internal ImportedTermsSet Terms { get; } = new();

    internal long Rows(BalanceImportPart part) => _rows[(int)part];

    internal long Rejected(BalanceImportPart part) => _rejected[(int)part];

    internal void Read(BalanceImportPart part) => _rows[(int)part]++;

    internal void Read(ImportedBalance row)
    {
        if (keepsTerms && row.Balance.Terms is { } terms)
            Terms.Add(row.Balance.Counterparty, terms);
        if (row.Balance.Notes is not [var first, ..])
            return;
        _remarked++;
        _firstRemark ??= first;
    }

    /// <summary>Counts a rejected row, whose counterparty is then kept.</summary>
    internal void Reject(RejectedRow row)
    {
        _rejected[(int)row.Part]++;
        _firstRejected ??= row;
        if (KeepsFigures(row) && row.Counterparty is { } known)
            _kept.Add(known);
        if (row.Counterparty is not null)
            return;
        HasUnknownBalance |= row.Part == BalanceImportPart.Balances;
        if (row.Part == BalanceImportPart.Documents)
            UnknownDocument ??= row;
    }

    /// <summary>Figures are made of balances and documents; a payment or terms that cannot be read take nothing from them.</summary>
    internal static bool KeepsFigures(RejectedRow row) => row.Part is BalanceImportPart.Balances or BalanceImportPart.Documents;

    internal BalanceImportReport Report() =>
        new()
        {
            AsOf = request.AsOf,
            Balances = Rows(BalanceImportPart.Balances),
            Documents = Rows(BalanceImportPart.Documents),
            Payments = Rows(BalanceImportPart.Payments),
            Rejected = _rejected.Sum(),
            FirstRejected = _firstRejected,
            Kept = _kept.Count,
            Remarked = _remarked,
            FirstRemark = _firstRemark,
        };
}
