using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Settlements.Credit;

/// <summary>The latest decisions in the memory of one process: for tests, and for a look at what a shop of a single process has decided just now.</summary>
/// <remarks>
/// Safe for concurrent use. It keeps as many entries as it has room for, and then forgets the earliest with each that is added. Whoever has to answer for a decision
/// next month wants a log that is kept.
/// </remarks>
public sealed class InMemoryCreditDecisionLog : ICreditDecisionLog
{
    /// <summary>How many entries are kept unless it is said otherwise: 10,000.</summary>
    public const int DefaultCapacity = 10_000;

    private readonly Lock _lock = new();
    private readonly List<Kept> _earliestFirst = [];
    private readonly int _capacity;
    private long _added;

    /// <summary>Makes an empty log.</summary>
    /// <param name="capacity">How many entries it keeps; above zero, 10,000 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is not above zero.</exception>
    public InMemoryCreditDecisionLog(int capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _capacity = capacity;
    }

    /// <inheritdoc/>
    public Task AppendAsync(CreditDecisionEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var kept = new Kept(new Place(entry.DecidedAt, ++_added), entry);
            _earliestFirst.Insert(CountBefore(kept.Place), kept);
            if (_earliestFirst.Count > _capacity)
                _earliestFirst.RemoveAt(0);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<CreditDecisionPage> ListAsync(CounterpartyId? counterparty, string? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var end = after is null ? null : Place.Parse(after);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            List<CreditDecisionEntry> page = [];
            Place? last = null;
            for (var i = (end is null ? _earliestFirst.Count : CountBefore(end)) - 1; i >= 0; i--)
            {
                var kept = _earliestFirst[i];
                if (counterparty is not null && kept.Entry.Counterparty != counterparty)
                    continue;
                if (page.Count == limit)
                    return Task.FromResult(new CreditDecisionPage(page, last!.ToString()));
                page.Add(kept.Entry);
                last = kept.Place;
            }

            return Task.FromResult(new CreditDecisionPage(page, Next: null));
        }
    }

    private int CountBefore(Place place)
    {
        var (low, high) = (0, _earliestFirst.Count);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (_earliestFirst[middle].Place.IsBefore(place))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private sealed record Kept(Place Place, CreditDecisionEntry Entry);

    private sealed record Place(Instant DecidedAt, long Number)
    {
        public static Place Parse(string text)
        {
            var parts = text.Split('/');
            return
                parts is [var moment, var number]
                && InstantPattern.ExtendedIso.Parse(moment) is { Success: true, Value: var decidedAt }
                && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var added)
                ? new Place(decidedAt, added)
                : throw new FormatException(
                    $"'{text}' is no position of this log: pass the Next of the page before, or null for the first page."
                );
        }

        public bool IsBefore(Place other) => (DecidedAt, Number).CompareTo((other.DecidedAt, other.Number)) < 0;

        public override string ToString() =>
            InstantPattern.ExtendedIso.Format(DecidedAt) + "/" + Number.ToString(CultureInfo.InvariantCulture);
    }
}
