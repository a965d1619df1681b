using System.Globalization;
using Settlements.OneC;

namespace Settlements.Diagnosis;

/// <summary>Whether requests and sessions fit what a publication has by default.</summary>
internal static class OneCSessionJudgement
{
    /// <summary>The pool that the platform's own tools write into a publication (<c>poolSize</c>); the real one cannot be asked.</summary>
    private const int DefaultPool = 10;

    internal static void Judge(FindingList findings, string server, OneCOptions options, IReadOnlyList<OneCExchange> exchanges)
    {
        if (!exchanges.Any(exchange => exchange.IsAnswered))
        {
            findings.Skip(DoctorCode.Sessions, server, "No answer came.");
            return;
        }

        var isWell = true;
        void Warn(DoctorCode code, string seen)
        {
            findings.Add(code, server, seen);
            isWell = false;
        }

        var parallel = options.ReuseSessions
            ? Math.Min(options.MaxSessions, options.Resilience.MaxConcurrentRequests)
            : options.Resilience.MaxConcurrentRequests;
        if (parallel > DefaultPool)
            Warn(
                DoctorCode.RequestsAbovePool,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Up to {parallel} requests at once; a publication has {DefaultPool} sessions by default."
                )
            );
        if (!options.ReuseSessions && exchanges.Any(exchange => exchange.GotSession))
            Warn(DoctorCode.SessionCookieSeen, "An answer set the cookie ibsession, and ReuseSessions is off.");
        if (exchanges.Any(exchange => exchange is { AskedForSession: true, GotSession: false, Balance: not null }))
            Warn(DoctorCode.SessionsNotKept, "ReuseSessions is on, and no cookie ibsession came.");
        if (isWell)
            findings.Add(
                DoctorCode.Sessions,
                server,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Up to {parallel} requests at once; sessions are {(options.ReuseSessions ? "kept" : "not kept")}."
                )
            );
    }
}
