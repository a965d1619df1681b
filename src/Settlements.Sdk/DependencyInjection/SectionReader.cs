using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Takes options out of a configuration section by hand: no reflection, lists replace defaults, and what is not understood is reported.</summary>
internal sealed class SectionReader(IConfiguration section)
{
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What could not be read, in the words of an options validator. Never shows a value.</summary>
    internal List<string> Faults { get; } = [];

    internal void Text(string key, Action<string> set) =>
        Value(key, "", (string text, out string value) => (value = text) is not null, set);

    internal void Flag(string key, Action<bool> set) => Value(key, "true or false", bool.TryParse, set);

    internal void Count(string key, Action<int> set) =>
        Value(
            key,
            "a whole number",
            (string text, out int value) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value),
            set
        );

    internal void Number(string key, Action<double> set) =>
        Value(
            key,
            "a number such as 0.5",
            (string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value),
            set
        );

    internal void Time(string key, Action<TimeSpan> set) =>
        Value(
            key,
            "a time such as 00:00:15",
            (string text, out TimeSpan value) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value),
            set
        );

    internal void Address(string key, Action<Uri> set) =>
        Value(key, "an absolute address", (string text, out Uri value) => Uri.TryCreate(text, UriKind.Absolute, out value!), set);

    internal void Choice<T>(string key, Action<T> set)
        where T : struct, Enum =>
        Value(
            key,
            $"one of {string.Join(", ", Enum.GetNames<T>())}",
            (string text, out T value) => Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value),
            set
        );

    /// <summary>A list, or a single text for a list of one; replaces the default.</summary>
    internal void List(string key, Action<IReadOnlyList<string>> set)
    {
        _known.Add(key);
        var found = section.GetSection(key);
        var items = found.GetChildren().Select(child => child.Value).OfType<string>().ToArray();
        if (items.Length > 0)
            set(items);
        else if (found.Value is { } single)
            set(single.Length == 0 ? [] : [single]);
    }

    /// <summary>A section within this one.</summary>
    internal void Section(string key, Action<SectionReader> read)
    {
        _known.Add(key);
        var inner = new SectionReader(section.GetSection(key));
        read(inner);
        Faults.AddRange(inner.Finish().Select(fault => $"{key}.{fault}"));
    }

    /// <summary>Sections within a section, by name or place.</summary>
    internal void Sections(string key, Action<string, SectionReader> read)
    {
        _known.Add(key);
        foreach (var child in section.GetSection(key).GetChildren())
        {
            var inner = new SectionReader(child);
            read(child.Key, inner);
            Faults.AddRange(inner.Finish().Select(fault => $"{key}.{child.Key}.{fault}"));
        }
    }

    /// <summary>Values within a section, by their names.</summary>
    internal void Entries<T>(string key, string wanted, TryParse<T> parse, Action<string, T> set)
    {
        _known.Add(key);
        foreach (var child in section.GetSection(key).GetChildren())
        {
            if (parse(child.Value ?? "", out var value))
                set(child.Key, value);
            else
                Faults.Add($"{key}.{child.Key} cannot be read: give {wanted}.");
        }
    }

    /// <summary>Whether the section has anything in it.</summary>
    internal bool Has(string key) => section.GetSection(key).GetChildren().Any();

    internal void Parsed<T>(string key, string wanted, TryParse<T> parse, Action<T> set) => Value(key, wanted, parse, set);

    /// <summary>Reports the keys that nobody asked for.</summary>
    internal List<string> Finish()
    {
        foreach (var key in section.GetChildren().Select(child => child.Key).Where(key => !_known.Contains(key)))
            Faults.Add($"{key} is no option: the options here are {string.Join(", ", _known.Order(StringComparer.Ordinal))}.");
        return Faults;
    }

    private void Value<T>(string key, string wanted, TryParse<T> parse, Action<T> set)
    {
        _known.Add(key);
        if (section[key] is not { } text)
            return;
        if (parse(text, out var value))
            set(value);
        else
            Faults.Add($"{key} cannot be read: give {wanted}.");
    }

    internal delegate bool TryParse<T>(string text, out T value);
}
