using NodaTime;
using NodaTime.Text;

namespace Settlements.BillManager;

/// <summary>A function of the panel with its parameters.</summary>
internal sealed class PanelCall
{
    private readonly List<KeyValuePair<string, string>> _parameters = [];

    private PanelCall(string function, bool isWrite)
    {
        Function = function;
        IsWrite = isWrite;
    }

    internal string Function { get; }

    /// <summary>A call that changes something is sent once: nothing repeats it, and an unclear end is reported as such.</summary>
    internal bool IsWrite { get; }

    /// <summary>A form was submitted: an answer with neither <c>ok</c> nor an error means that it was shown again.</summary>
    internal bool SubmitsForm { get; private init; }

    /// <summary>A call that only looks whether the panel is there: sent once, straight to the wire, and not counted.</summary>
    internal bool IsProbe { get; private init; }

    internal IReadOnlyList<KeyValuePair<string, string>> Parameters => _parameters;

    internal static PanelCall Probe(string function) => new(function, isWrite: false) { IsProbe = true };

    internal static PanelCall Read(string function) => new(function, isWrite: false);

    internal static PanelCall Submit(string function) => new PanelCall(function, isWrite: true) { SubmitsForm = true }.With("sok", "ok");

    internal static PanelCall Act(string function) => new(function, isWrite: true);

    internal PanelCall With(string name, string? value)
    {
        if (value is not null)
            _parameters.Add(new(name, value));
        return this;
    }

    internal PanelCall With(string name, long? value) => With(name, value?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    internal PanelCall With(string name, decimal? value) => With(name, value is { } number ? Decimals.ToText(number, 2) : null);

    internal PanelCall With(string name, LocalDate? value) => With(name, value is { } date ? LocalDatePattern.Iso.Format(date) : null);

    internal PanelCall With(string name, LocalDateTime? value) => With(name, value is { } time ? PanelValues.DateTimes.Format(time) : null);
}
