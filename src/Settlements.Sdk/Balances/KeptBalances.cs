using System.Collections.Immutable;

namespace Settlements.Balances;

/// <summary>Everything that a store in memory keeps, at one moment. Immutable: whoever reads holds one moment, whatever happens meanwhile.</summary>
internal sealed record KeptBalances
{
    internal static KeptBalances None { get; } = new();

    internal ImmutableDictionary<CounterpartyId, StoredBalance> Balances { get; init; } =
        ImmutableDictionary<CounterpartyId, StoredBalance>.Empty;

    /// <summary>The keys of <see cref="Balances"/>. GUIDs are ordered as their text is.</summary>
    internal ImmutableSortedSet<Guid> Ids { get; init; } = [];

    internal ImmutableDictionary<CounterpartyId, KeptPayments> Payments { get; init; } =
        ImmutableDictionary<CounterpartyId, KeptPayments>.Empty;

    internal BalanceImportRecord? LastImport { get; init; }

    /// <summary>With a balance in it; this very object when the one kept is newer.</summary>
    internal KeptBalances With(StoredBalance balance)
    {
        var id = balance.Balance.Counterparty;
        if (Balances.GetValueOrDefault(id)?.ReadAt > balance.ReadAt)
            return this;

        return this with
        {
            Balances = Balances.SetItem(id, balance),
            Ids = Ids.Add(id.Value),
            Payments = balance.Balance.Payments is [_, ..] payments
                ? Payments.SetItem(id, PaymentsOf(id).Join(payments, replaces: true))
                : Payments,
        };
    }

    internal KeptPayments PaymentsOf(CounterpartyId counterparty) => Payments.GetValueOrDefault(counterparty, KeptPayments.None);

    internal IReadOnlyList<CounterpartyId> IdsAfter(CounterpartyId? after, int limit)
    {
        var start = 0;
        if (after is { } id)
        {
            var index = Ids.IndexOf(id.Value);
            start = index < 0 ? ~index : index + 1;
        }

        var count = Math.Min(limit, Ids.Count - start);
        var page = new CounterpartyId[count];
        for (var i = 0; i < count; i++)
            page[i] = new CounterpartyId(Ids[start + i]);
        return page;
    }
}
