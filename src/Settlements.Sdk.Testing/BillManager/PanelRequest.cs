namespace Settlements.Testing.BillManager;

/// <summary>A call as the emulated panel's functions see it.</summary>
internal sealed class PanelRequest(IReadOnlyList<KeyValuePair<string, string>> parameters)
{
    internal IReadOnlyList<KeyValuePair<string, string>> Parameters { get; } = parameters;

    internal string Function => this["func"];

    internal string Output => this["out"];

    internal bool IsRussian => this["lang"] is "" or "ru";

    /// <summary>A form is submitted; any text will do.</summary>
    internal bool IsSubmitted => this["sok"].Length > 0;

    /// <summary>Who calls; set once the call is known to be somebody's.</summary>
    internal PanelUser User { get; set; } = null!;

    internal bool IsAdministrator => User.Level >= 29;

    /// <summary>The last value of a parameter; empty when it was not sent.</summary>
    internal string this[string name] => Parameters.LastOrDefault(p => p.Key == name).Value ?? "";

    internal bool Has(string name) => Parameters.Any(p => p.Key == name);

    internal string Text(string russian, string other) => IsRussian ? russian : other;
}
