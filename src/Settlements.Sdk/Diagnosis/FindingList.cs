namespace Settlements.Diagnosis;

/// <summary>The findings about one server, in order, each made safe to show.</summary>
internal sealed class FindingList(DoctorArea area, string name)
{
    private const int LongestSeen = 600;

    private readonly List<DoctorFinding> _all = [];

    internal IReadOnlyList<DoctorFinding> All => _all;

    /// <summary>Takes secrets out of whatever a server said; set as soon as the secrets are known.</summary>
    internal Func<string, string> Redact { get; set; } = text => text;

    internal void Add(DoctorCode code, string subject, string seen) => Add(code, DoctorSeverity.Of(code), subject, seen);

    /// <param name="check">The check that was left out, by its name.</param>
    /// <param name="subject">What it would have been about.</param>
    /// <param name="why">Why it was left out.</param>
    internal void Skip(DoctorCode check, string subject, string why) => Add(check, DoctorResult.Skipped, subject, why);

    internal bool Has(DoctorCode code) => _all.Exists(finding => finding.Code == code && finding.Result != DoctorResult.Skipped);

    private void Add(DoctorCode code, DoctorResult result, string subject, string seen)
    {
        var text = Redact(seen).Trim();
        _all.Add(
            new DoctorFinding
            {
                Area = area,
                Name = name,
                Code = code,
                Result = result,
                Subject = Redact(subject),
                Seen = text.Length > LongestSeen ? string.Concat(text.AsSpan(0, LongestSeen), "...") : text,
            }
        );
    }
}
