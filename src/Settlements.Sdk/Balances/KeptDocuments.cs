using NodaTime;

namespace Settlements.Balances;

/// <summary>The open documents of all kept balances by due date.</summary>
internal static class KeptDocuments
{
    internal static OpenDocumentPage Due(KeptBalances kept, LocalDate until, string? after, int limit)
    {
        var (place, given) = after is null ? (null, 0) : DuePlace.Parse(after);
        var all = Placed(kept, until).ToList();
        all.Sort((one, other) => DuePlace.Compare(one.Place, other.Place));
        var left = place is null
            ? all
            : [.. all.Where(one => one.Place == place).Skip(given), .. all.Where(one => DuePlace.Compare(one.Place, place) > 0)];
        var page = left.Take(limit).ToList();
        if (page.Count == left.Count)
            return new OpenDocumentPage([.. page.Select(one => one.Document)], Next: null);

        var last = page[^1].Place;
        var same = page.Count(one => one.Place == last) + (last == place ? given : 0);
        return new OpenDocumentPage([.. page.Select(one => one.Document)], last.After(same));
    }

    private static IEnumerable<(DuePlace Place, StoredDocument Document)> Placed(KeptBalances kept, LocalDate until) =>
        from balance in kept.Balances
        from document in balance.Value.Balance.Documents ?? []
        let due = document.DueDate.GetValueOrDefault()
        where document.DueDate <= until
        select (DuePlace.Of(balance.Key, document, due), new StoredDocument(balance.Key, document));
}
