using NodaTime;
using Settlements.Balances;

namespace Settlements.Receivables;

/// <summary>Collects documents into the columns of one report.</summary>
internal sealed class AgeingTally
{
    private readonly Currency _currency;
    private readonly LocalDate _asOf;
    private readonly IReadOnlyList<int> _bounds;
    private readonly Money[] _overdue;
    private readonly List<OpenDocument> _unknown = [];
    private readonly List<OpenDocument> _later = [];
    private Money _notDue;
    private Money _withoutDueDate;
    private Money _credits;

    internal AgeingTally(Currency currency, LocalDate asOf, IReadOnlyList<int> bounds)
    {
        _currency = currency;
        _asOf = asOf;
        _bounds = Checked(bounds);
        _overdue = new Money[bounds.Count + 1];
        Array.Fill(_overdue, Money.Zero(currency));
        _notDue = _withoutDueDate = _credits = Money.Zero(currency);
    }

    internal void Add(OpenDocument document)
    {
        if (document.Date > _asOf)
            _later.Add(document);
        else if (SameCurrency.Of(document.Outstanding, _currency, nameof(document.Outstanding), document.Id) is not { } open)
            _unknown.Add(document);
        else if (open.IsNegative)
            _credits += open;
        else if (document.DueDate is not { } due)
            _withoutDueDate += open;
        else if (due >= _asOf)
            _notDue += open;
        else
            _overdue[Column(Period.DaysBetween(due, _asOf))] += open;
    }

    internal void AddAdvance(Money amount) => _credits -= amount;

    internal AgeingReport Report()
    {
        var columns = _overdue.Select(
            (amount, i) => new AgeingColumn(i == 0 ? 1 : _bounds[i - 1] + 1, i < _bounds.Count ? _bounds[i] : null, amount)
        );
        return new AgeingReport
        {
            AsOf = _asOf,
            NotDue = _notDue,
            Overdue = [.. columns],
            WithoutDueDate = _withoutDueDate,
            Credits = _credits,
            KnownTotal = _overdue.Aggregate(_notDue + _withoutDueDate + _credits, (sum, amount) => sum + amount),
            UnknownDocuments = _unknown,
            LaterDocuments = _later,
        };
    }

    private int Column(int days)
    {
        var column = 0;
        while (column < _bounds.Count && days > _bounds[column])
            column++;
        return column;
    }

    private static IReadOnlyList<int> Checked(IReadOnlyList<int> bounds)
    {
        for (var i = 0; i < bounds.Count; i++)
        {
            if (bounds[i] <= (i == 0 ? 0 : bounds[i - 1]))
                throw new ArgumentException(
                    $"Bounds of ageing rise from 1 on, as 30, 60, 90 do; these are {string.Join(", ", bounds)}.",
                    nameof(bounds)
                );
        }

        return bounds;
    }
}
