using System.Collections;

namespace Settlements.Testing.BillManager;

/// <summary>A table of the emulated panel: rows by id, in the order of ids.</summary>
internal sealed class PanelTable<T>(long firstId, Func<T, long> id) : IEnumerable<T>
{
    private readonly SortedDictionary<long, T> _rows = [];
    private long _lastId = firstId - 1;

    internal T Add(Func<long, T> make)
    {
        var row = make(++_lastId);
        Put(row);
        return row;
    }

    internal void Put(T row)
    {
        _rows.Add(id(row), row);
        _lastId = Math.Max(_lastId, id(row));
    }

    internal T? Find(long? rowId) => rowId is { } key && _rows.TryGetValue(key, out var row) ? row : default;

    internal T Get(long rowId) => _rows[rowId];

    internal T Change(long rowId, Func<T, T> change) => _rows[rowId] = change(_rows[rowId]);

    internal void Remove(long rowId) => _rows.Remove(rowId);

    internal void RemoveAll(Func<T, bool> condition)
    {
        foreach (var row in _rows.Values.Where(condition).ToList())
            _rows.Remove(id(row));
    }

    public IEnumerator<T> GetEnumerator() => _rows.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
