using Microsoft.EntityFrameworkCore;
using NodaTime;
using Settlements.Balances;

namespace Settlements.EntityFrameworkCore.Balances;

/// <summary>A page of documents by due date, counterparty and key.</summary>
/// <remarks>Day and counterparty are in order in an index. The few documents that a counterparty has to pay on one day are put in order here.</remarks>
/// <param name="context">A context that sees the database as it was at one moment.</param>
/// <param name="until">The last due date.</param>
/// <param name="limit">At most this many.</param>
internal sealed class DuePage(SettlementsDbContext context, LocalDate until, int limit)
{
    // One more than asked for tells whether there is a next page.
    private readonly int _wanted = limit < int.MaxValue ? limit + 1 : limit;

    public async Task<OpenDocumentPage> ReadAsync(DuePosition? after, CancellationToken cancellationToken)
    {
        List<DueDocument> found = [];
        if (after is not null && after.Due <= until)
            found.AddRange(Left(await GroupAsync(after.Due, after.Counterparty, cancellationToken).ConfigureAwait(false), after));
        if (found.Count < _wanted)
            found.AddRange(await GroupsAsync(after, _wanted - found.Count, cancellationToken).ConfigureAwait(false));

        var page = found.Take(limit).ToList();
        var next = found.Count > limit ? EndOf(page, after).ToString() : null;
        return new OpenDocumentPage([.. page.Select(document => document.ToStored())], next);
    }

    /// <summary>What was not given of the group that the page before ended in.</summary>
    private static IEnumerable<DueDocument> Left(List<DueDocument> group, DuePosition after) =>
        group.Where(after.IsAt).Skip(after.Given).Concat(group.Where(document => string.CompareOrdinal(document.Key, after.Key) > 0));

    private static DuePosition EndOf(List<DueDocument> page, DuePosition? after)
    {
        var last = page[^1];
        var end = new DuePosition(last.Due, last.Counterparty, last.Key, Given: 0);
        return end with { Given = page.Count(end.IsAt) + (after?.IsAt(last) == true ? after.Given : 0) };
    }

    /// <summary>At least as many documents of later groups as are wanted, if there are so many, the last group whole.</summary>
    private async Task<IEnumerable<DueDocument>> GroupsAsync(DuePosition? after, int wanted, CancellationToken cancellationToken)
    {
        var found = await BalanceQueries.Due(context, until, after, wanted).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (found.Count == wanted)
        {
            var cut = found[^1];
            found.RemoveAll(cut.IsBesides);
            found.AddRange(await GroupAsync(cut.Due, cut.Counterparty, cancellationToken).ConfigureAwait(false));
        }

        return found
            .GroupBy(document => (document.Due, document.Counterparty))
            .SelectMany(group => group.OrderBy(document => document.Key, StringComparer.Ordinal));
    }

    private async Task<List<DueDocument>> GroupAsync(LocalDate due, Guid counterparty, CancellationToken cancellationToken)
    {
        var group = await BalanceQueries.Due(context, due, counterparty).ToListAsync(cancellationToken).ConfigureAwait(false);
        group.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        return group;
    }
}
