using System.Globalization;
using NodaTime;

namespace Settlements.Diagnosis;

/// <summary>Everything that was found, in the order in which it was looked at.</summary>
/// <param name="ExaminedAt">When the examination began.</param>
/// <param name="Findings">The lines; empty when there was nothing to examine.</param>
public sealed record DoctorReport(Instant ExaminedAt, IReadOnlyList<DoctorFinding> Findings)
{
    /// <summary>The worst of all; <see cref="DoctorResult.Skipped"/> when nothing is worse and something was not checked. Ok when there are no findings.</summary>
    public DoctorResult Result => Findings.Select(finding => finding.Result).DefaultIfEmpty(DoctorResult.Ok).Max();

    /// <summary>The report as one JSON object: <c>docs/doctor.md</c> is its contract.</summary>
    /// <param name="culture">The language of <c>meaning</c> and <c>fix</c>: Russian gives Russian, any other English.</param>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is null.</exception>
    public string ToJson(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return DoctorJson.Write(this, culture);
    }
}
