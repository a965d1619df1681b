namespace Settlements.Tests.Conventions.Floors;

/// <summary>What a rule may not touch, and why.</summary>
internal static class Forbidden
{
    private static readonly (string Namespace, string Why)[] Namespaces =
    [
        ("System.Net", "a rule asks nobody"),
        ("System.Threading.Tasks", "a rule does not wait"),
        ("Microsoft.Extensions", "a rule knows no container, no log and no options of a host"),
        ("Polly", "a rule has nothing to repeat"),
        ("System.Diagnostics.Metrics", "a rule is not measured from inside"),
    ];

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["System.TimeProvider"] = Clock,
        ["System.Diagnostics.Stopwatch"] = Clock,
        ["System.Diagnostics.Activity"] = "a rule is not measured from inside",
        ["System.Diagnostics.ActivitySource"] = "a rule is not measured from inside",
        ["NodaTime.IClock"] = Clock,
        ["NodaTime.SystemClock"] = Clock,
        ["NodaTime.ZonedClock"] = Clock,
        ["System.Threading.Timer"] = Clock,
        ["System.Threading.PeriodicTimer"] = Clock,
        ["System.Threading.Thread"] = "a rule does not wait",
        ["System.Random"] = Chance,
        ["System.IO.File"] = Files,
        ["System.IO.FileInfo"] = Files,
        ["System.IO.FileStream"] = Files,
        ["System.IO.Directory"] = Files,
        ["System.Console"] = Files,
    };

    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["System.DateTime.get_Now"] = Clock,
        ["System.DateTime.get_UtcNow"] = Clock,
        ["System.DateTime.get_Today"] = Clock,
        ["System.DateTimeOffset.get_Now"] = Clock,
        ["System.DateTimeOffset.get_UtcNow"] = Clock,
        ["System.Environment.get_TickCount"] = Clock,
        ["System.Environment.get_TickCount64"] = Clock,
        ["System.Environment.GetEnvironmentVariable"] = "a rule gets what it needs as a parameter",
        ["System.TimeZoneInfo.get_Local"] = "the business time zone is an option, not the machine's",
        ["System.Guid.NewGuid"] = Chance,
        ["System.Globalization.CultureInfo.get_CurrentCulture"] = Culture,
        ["System.Globalization.CultureInfo.get_CurrentUICulture"] = Culture,
    };

    private const string Clock = "today is a parameter of a rule";
    private const string Chance = "a rule gives one answer to one question";
    private const string Files = "a rule reads and writes nothing outside";
    private const string Culture = "the culture is a parameter of a rule";

    public static bool IsStream(Type type) => type.FullName is "System.Collections.Generic.IAsyncEnumerable`1";

    /// <summary>What the type touches although a rule may not: one sentence each.</summary>
    public static IEnumerable<string> TouchedBy(Type rule)
    {
        var references = References.Of(rule);
        foreach (var type in references.Types)
        {
            if (Why(type) is { } why)
                yield return $"{rule.FullName} touches {type.FullName}: {why}";
        }

        if (references.MixesDecimalAndFloat)
            yield return $"{rule.FullName} touches System.Double: an amount, a share and a rate are decimal, all the way";
        foreach (var member in references.Members.Where(Members.ContainsKey))
            yield return $"{rule.FullName} touches {member}: {Members[member]}";
    }

    private static string? Why(Type type)
    {
        if (IsStream(type))
            return "a rule does not wait";
        if (Types.TryGetValue(type.FullName ?? type.Name, out var why))
            return why;
        return Namespaces
            .Where(entry =>
                type.Namespace == entry.Namespace || type.Namespace?.StartsWith(entry.Namespace + ".", StringComparison.Ordinal) == true
            )
            .Select(entry => entry.Why)
            .FirstOrDefault();
    }
}
