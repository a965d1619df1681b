using Settlements.Balances;

namespace Settlements.OneC;

/// <summary>The remarks of one reading, so many that a person would read them and no more.</summary>
internal sealed class ReadingNotes
{
    private const int Most = 50;

    private List<BalanceNote>? _notes;
    private int _left;

    internal void Add(string field, string message)
    {
        _notes ??= [];
        if (_notes.Count < Most)
            _notes.Add(new BalanceNote(field, message));
        else
            _left++;
    }

    internal IReadOnlyList<BalanceNote> All =>
        (_notes, _left) switch
        {
            (null, _) => [],
            (var notes, 0) => notes.ToArray(),
            var (notes, left) =>
            [
                .. notes,
                new BalanceNote("", FormattableString.Invariant($"{left} more remarks of this kind were left out.")),
            ],
        };
}
