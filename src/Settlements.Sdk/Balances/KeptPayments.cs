using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Settlements.Balances;

/// <summary>The history of one counterparty's payments, each known by its id, or by number, day and amount. Immutable.</summary>
internal sealed record KeptPayments
{
    private ImmutableDictionary<Key, Kept> _payments = ImmutableDictionary<Key, Kept>.Empty;
    private long _joined;

    internal static KeptPayments None { get; } = new();

    /// <summary>With payments in it. Of one that is there already it takes the new values, or leaves those that are there.</summary>
    internal KeptPayments Join(IEnumerable<BalancePayment> payments, bool replaces)
    {
        var (kept, joined) = (_payments.ToBuilder(), _joined);
        foreach (var payment in payments)
        {
            var key = Key.Of(payment);
            if (!kept.TryGetValue(key, out var earlier))
                kept.Add(key, new Kept(++joined, payment));
            else if (replaces)
                kept[key] = earlier with { Payment = payment };
        }

        return this with
        {
            _payments = kept.ToImmutable(),
            _joined = joined,
        };
    }

    /// <summary>A page: the latest day first, those of one day in the order in which they joined, those without a day last.</summary>
    /// <exception cref="FormatException"><paramref name="after"/> is no position.</exception>
    internal PaymentHistoryPage Page(string? after, int limit)
    {
        var end = after is null ? null : Place.Parse(after);
        var rest = _payments
            .Values.Where(kept => end is null || Place.Order.Compare(kept.Place, end) > 0)
            .OrderBy(kept => kept.Place, Place.Order)
            .ToList();
        var page = rest.GetRange(0, Math.Min(limit, rest.Count));
        return new PaymentHistoryPage([.. page.Select(kept => kept.Payment)], rest.Count > page.Count ? page[^1].Place.ToString() : null);
    }

    private sealed record Kept(long Number, BalancePayment Payment)
    {
        internal Place Place => new(Payment.Date, Number);
    }

    private readonly record struct Key(string? Id, string? Number, LocalDate? Date, Money? Amount)
    {
        internal static Key Of(BalancePayment payment) =>
            payment.Id is { } id ? new(id, null, null, null) : new(null, payment.Number, payment.Date, payment.Amount);
    }

    private sealed record Place(LocalDate? Date, long Number)
    {
        private const string NoDate = "-";

        internal static Comparer<Place> Order { get; } = Comparer<Place>.Create(Compare);

        internal static Place Parse(string text)
        {
            var slash = text.LastIndexOf('/');
            if (slash > 0 && long.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                if (text[..slash] == NoDate)
                    return new Place(null, number);
                if (LocalDatePattern.Iso.Parse(text[..slash]) is { Success: true, Value: var date })
                    return new Place(date, number);
            }

            throw new FormatException(
                $"'{text}' is no position in a history: pass the Next of the page before, or null for the first page."
            );
        }

        public override string ToString() =>
            (Date is { } date ? LocalDatePattern.Iso.Format(date) : NoDate) + "/" + Number.ToString(CultureInfo.InvariantCulture);

        private static int Compare(Place one, Place other) =>
            (one.Date, other.Date) switch
            {
                ({ } day, { } otherDay) when day != otherDay => otherDay.CompareTo(day),
                ({ }, null) => -1,
                (null, { }) => 1,
                _ => one.Number.CompareTo(other.Number),
            };
    }
}
