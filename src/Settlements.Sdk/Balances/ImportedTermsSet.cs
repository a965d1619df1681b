using Settlements.Terms;

namespace Settlements.Balances;

/// <summary>The terms that an import brought, until its balances are committed. A balance's terms cost 24 bytes here: there may be a million.</summary>
internal sealed class ImportedTermsSet
{
    private const int ChunkSize = 4096;
    private const int Contradicted = -1;

    private readonly Dictionary<PaymentTerms, int> _places = [];
    private readonly List<PaymentTerms> _terms = [];
    private readonly List<(Guid Counterparty, int Terms)[]> _chunks = [];
    private readonly Dictionary<PaymentTermsOwner, (int Terms, long Line)> _own = [];
    private readonly HashSet<Guid> _forgotten = [];
    private int _free;

    /// <summary>Terms that stand in a balance.</summary>
    internal void Add(CounterpartyId counterparty, PaymentTerms terms)
    {
        if (_free == 0)
        {
            _chunks.Add(new (Guid, int)[ChunkSize]);
            _free = ChunkSize;
        }

        _chunks[^1][ChunkSize - _free--] = (counterparty.Value, Place(terms));
    }

    /// <summary>Terms of a file of their own, which go before those of a balance.</summary>
    /// <returns>The line that has other terms of the same owner; null when there is none.</returns>
    internal long? AddOwn(ImportedTerms row)
    {
        var owner = PaymentTermsOwner.Of(row.Counterparty, row.Contract);
        var place = Place(row.Terms);
        if (!_own.TryGetValue(owner, out var known))
        {
            _own.Add(owner, (place, row.Line));
            return null;
        }

        if (known.Terms == place)
            return null;
        _own[owner] = (Contradicted, known.Line);
        return known.Line;
    }

    /// <summary>Leaves the terms of a balance that did not fit the others.</summary>
    internal void Forget(CounterpartyId counterparty) => _forgotten.Add(counterparty.Value);

    /// <summary>What is to be kept, owner by owner.</summary>
    internal IEnumerable<(PaymentTermsOwner Owner, PaymentTerms Terms)> All()
    {
        for (var i = 0; i < _chunks.Count; i++)
        for (var j = 0; j < (i == _chunks.Count - 1 ? ChunkSize - _free : ChunkSize); j++)
        {
            var (counterparty, terms) = _chunks[i][j];
            var owner = PaymentTermsOwner.Of(new CounterpartyId(counterparty));
            if (!_forgotten.Contains(counterparty) && !_own.ContainsKey(owner))
                yield return (owner, _terms[terms]);
        }

        foreach (var (owner, (terms, _)) in _own)
            if (terms != Contradicted)
                yield return (owner, _terms[terms]);
    }

    private int Place(PaymentTerms terms)
    {
        if (_places.TryGetValue(terms, out var place))
            return place;
        _places.Add(terms, place = _terms.Count);
        _terms.Add(terms);
        return place;
    }
}
