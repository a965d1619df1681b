using Settlements.Balances;

namespace Settlements.Receivables;

/// <summary>What is still open while payments are spent one by one.</summary>
internal sealed class AllocationRun
{
    private readonly IReadOnlyList<OpenDocument> _documents;
    private readonly Money[] _open;
    private readonly int[] _byAge;
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private readonly List<Allocation> _allocations = [];
    private readonly List<Advance> _advances = [];
    private int _oldest;

    internal AllocationRun(IReadOnlyList<OpenDocument> documents, Currency currency)
    {
        _documents = documents;
        _open = new Money[documents.Count];
        for (var i = 0; i < documents.Count; i++)
        {
            var outstanding = SameCurrency.Of(documents[i].Outstanding, currency, nameof(OpenDocument.Outstanding), documents[i].Id);
            _open[i] = outstanding is { IsPositive: true } open ? open : Money.Zero(currency);
            if (documents[i].Id is { } id && !_byId.TryAdd(id, i))
                throw new ArgumentException($"The document '{id}' stands twice: a payment could not tell which it pays.");
        }

        _byAge =
        [
            .. Enumerable
                .Range(0, documents.Count)
                .OrderBy(i => documents[i].DueDate is null)
                .ThenBy(i => documents[i].DueDate)
                .ThenBy(i => documents[i].Date is null)
                .ThenBy(i => documents[i].Date),
        ];
    }

    internal void Spend(ReceivedPayment payment)
    {
        var left = payment.Amount;
        if (payment.DocumentId is null)
            left = SpendOnOldest(payment.Id, left);
        else if (_byId.TryGetValue(payment.DocumentId, out var index))
            left = SpendOn(index, payment.Id, left);
        if (left.IsPositive)
            _advances.Add(new Advance(payment.Id, left));
    }

    internal AllocationResult Result() => new(_documents, _allocations, _advances);

    private Money SpendOnOldest(string paymentId, Money left)
    {
        while (left.IsPositive && _oldest < _byAge.Length)
        {
            left = SpendOn(_byAge[_oldest], paymentId, left);
            if (_open[_byAge[_oldest]].IsZero)
                _oldest++;
        }

        return left;
    }

    private Money SpendOn(int index, string paymentId, Money left)
    {
        var amount = left < _open[index] ? left : _open[index];
        if (!amount.IsPositive)
            return left;
        _open[index] -= amount;
        _allocations.Add(new Allocation(paymentId, index, _documents[index].Id, amount));
        return left - amount;
    }
}
