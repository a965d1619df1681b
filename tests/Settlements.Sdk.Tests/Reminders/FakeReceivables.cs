using System.Runtime.CompilerServices;
using NodaTime;
using Settlements.Reminders;

namespace Settlements.Tests.Reminders;

/// <summary>Receivables of a test, listed as a careful source would.</summary>
internal sealed class FakeReceivables : IReceivableSource
{
    private readonly Dictionary<string, Receivable> _all = new(StringComparer.Ordinal);

    /// <summary>Called before a single receivable is answered for.</summary>
    public Action<string>? OnFind { get; set; }

    /// <summary>Called before all are listed, once a run.</summary>
    public Action? OnList { get; set; }

    /// <summary>How many are listed before the list breaks off; null for all.</summary>
    public int? BreaksAfter { get; set; }

    public IEnumerable<Receivable> All => _all.Values;

    public LocalDate LastAskedFor { get; private set; }

    public Receivable this[string id]
    {
        get => _all[id];
        set => _all[id] = value;
    }

    public void Add(Receivable receivable) => _all.Add(receivable.Id, receivable);

    public void Remove(string id) => _all.Remove(id);

    public async IAsyncEnumerable<Receivable> ListOpenAsync(
        LocalDate dueOnOrBefore,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        OnList?.Invoke();
        LastAskedFor = dueOnOrBefore;
        var listed = 0;
        foreach (var receivable in _all.Values.Where(one => IsOpen(one) && one.Due <= dueOnOrBefore).ToList())
        {
            if (listed++ == BreaksAfter)
                throw new IOException("The list broke off.");
            yield return receivable;
        }
        await Task.CompletedTask;
    }

    public Task<Receivable?> FindAsync(string id, CancellationToken cancellationToken)
    {
        OnFind?.Invoke(id);
        return Task.FromResult(_all.GetValueOrDefault(id));
    }

    private static bool IsOpen(Receivable receivable) => receivable.Outstanding == default || receivable.IsOpen;
}
