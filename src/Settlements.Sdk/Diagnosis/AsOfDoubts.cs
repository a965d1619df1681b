using System.Globalization;
using Settlements.Balances;

namespace Settlements.Diagnosis;

/// <summary>Whether the moment for which 1C states its figures can be true.</summary>
internal static class AsOfDoubts
{
    internal static void Judge(FindingList findings, string subject, CounterpartyBalance balance, DoctorOptions options, DateTimeOffset now)
    {
        if (balance.Unstated.HasFlag(BalanceFields.AsOf))
        {
            findings.Skip(DoctorCode.AsOf, subject, "The answer does not say for which moment its figures hold.");
            return;
        }

        var age = now - balance.AsOf.ToDateTimeOffset();
        var (code, words) =
            age < -options.ClockTolerance ? (DoctorCode.AsOfInFuture, "in the future")
            : age > options.StaleAfter ? (DoctorCode.AsOfStale, "ago")
            : (DoctorCode.AsOf, age < TimeSpan.Zero ? "in the future" : "ago");
        findings.Add(code, subject, $"{Span(age.Duration())} {words}.");
    }

    private static string Span(TimeSpan span) =>
        span < TimeSpan.FromHours(1) ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0} min")
        : span < TimeSpan.FromDays(2) ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} h")
        : string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0} days");
}
