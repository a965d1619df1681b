using System.Globalization;

namespace Settlements.Diagnosis;

/// <summary>Compares a server's <c>Date</c> header with our clock.</summary>
internal static class ClockCheck
{
    /// <param name="findings">Where it is noted.</param>
    /// <param name="subject">The server.</param>
    /// <param name="stamp">When the request began and ended here, and what the server said in between; null when it said nothing.</param>
    /// <param name="tolerance">How far the clocks may be from each other.</param>
    internal static void Judge(
        FindingList findings,
        string subject,
        (DateTimeOffset Begun, DateTimeOffset Ended, DateTimeOffset Server)? stamp,
        TimeSpan tolerance
    )
    {
        if (stamp is not { } known)
        {
            findings.Skip(DoctorCode.Clock, subject, "No answer came with a Date header.");
            return;
        }

        // The server wrote it at some moment between the two, in whole seconds.
        var ahead =
            known.Server > known.Ended ? known.Server - known.Ended
            : known.Server < known.Begun ? known.Server - known.Begun
            : TimeSpan.Zero;
        findings.Add(ahead.Duration() > tolerance ? DoctorCode.ClockDiffers : DoctorCode.Clock, subject, Describe(ahead));
    }

    private static string Describe(TimeSpan ahead) =>
        ahead.Duration() < TimeSpan.FromSeconds(2)
            ? "Differs by less than 2 s."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The server's clock is {ahead.Duration().TotalSeconds:0} s {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} ours."
            );
}
