using NodaTime;

namespace Settlements.BillManager;

/// <summary>The wanted columns of one row, or of a form; used again for every row of a document.</summary>
internal sealed class PanelRow(string function, string[] names, bool keepsFirst)
{
    private readonly string?[] _values = new string?[names.Length];
    private readonly string?[] _codes = new string?[names.Length];

    internal string Function => function;

    internal bool HasAny => Array.Exists(_values, v => v is not null);

    /// <summary>Whether a column came, be it empty.</summary>
    internal bool Has(string name) => _values[Find(name)] is not null;

    internal int IndexOf(string name)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (ReferenceEquals(names[i], name))
                return i;
        }
        return -1;
    }

    internal string Name(int index) => names[index];

    /// <summary>Keeps a value. A column may come twice with one value; two values mean that nobody can say which is right.</summary>
    internal void Set(int index, string value, string? code)
    {
        if (_values[index] is { } earlier)
        {
            if (!keepsFirst && (earlier != value || _codes[index] != code))
                throw Malformed(names[index], "comes twice with different values");
            return;
        }
        _values[index] = value;
        _codes[index] = code;
    }

    internal void Clear()
    {
        Array.Clear(_values);
        Array.Clear(_codes);
    }

    internal string? Text(string name) => PanelValues.Text(_values[Find(name)]);

    internal long RequiredId(string name = "id") => Id(name) ?? throw Malformed(name, "is missing");

    internal long? Id(string name) =>
        Text(name) is not { } text ? null
        : PanelValues.TryId(text, out var id) ? id
        : throw Malformed(name, $"is '{text}', not a number");

    /// <summary>An id where the panel may also write 0 for none, or a name in the same column.</summary>
    internal long? IdOrNull(string name) => Text(name) is { } text && PanelValues.TryId(text, out var id) ? id : null;

    /// <summary>The code beside a text that depends on language, or the value itself where the panel shows the code alone.</summary>
    internal int? Code(string name)
    {
        var index = Find(name);
        var text = _codes[index] ?? PanelValues.Text(_values[index]);
        return text is not null && PanelValues.TryCode(text, out var code) ? code : null;
    }

    internal bool? Switch(string name)
    {
        var index = Find(name);
        return PanelValues.Switch(_codes[index] ?? PanelValues.Text(_values[index]));
    }

    internal BillManagerAmount? Amount(string name) =>
        Text(name) is not { } text ? null
        : BillManagerAmount.TryParse(text, out var amount) ? amount
        : throw Malformed(name, $"is '{text}', not an amount");

    internal decimal? Number(string name) =>
        Text(name) is not { } text ? null
        : AmountText.TryReadNumber(text, out var number) ? number
        : throw Malformed(name, $"is '{text}', not a number");

    internal LocalDate? Date(string name) =>
        Text(name) is not { } text ? null
        : PanelValues.TryDate(text, out var date) ? date
        : throw Malformed(name, $"is '{text}', not a date");

    internal LocalDateTime? DateTime(string name) =>
        Text(name) is not { } text ? null
        : PanelValues.TryDateTime(text, out var time) ? time
        : throw Malformed(name, $"is '{text}', not a date and time");

    internal static PanelFormatException Malformed(string name, string problem) => new($"column '{name}' {problem}");

    private int Find(string name)
    {
        var index = Array.IndexOf(names, name);
        return index >= 0 ? index : throw new ArgumentException($"'{name}' is not among the columns read for {function}.", nameof(name));
    }
}
