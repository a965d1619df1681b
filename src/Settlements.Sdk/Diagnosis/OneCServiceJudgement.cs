using Settlements.OneC;

namespace Settlements.Diagnosis;

/// <summary>Whether a publication lets us in, and whether it answers.</summary>
internal static class OneCServiceJudgement
{
    /// <param name="findings">Where it is noted.</param>
    /// <param name="server">The publication.</param>
    /// <param name="options">How it is asked.</param>
    /// <param name="named">The questions about counterparties that the caller named, as far as they were asked.</param>
    /// <param name="unknown">The question about one that does not exist; null when it was not asked.</param>
    /// <param name="isTlsKnown">A doubtful certificate was found before, so that it need not be told again.</param>
    internal static void Judge(
        FindingList findings,
        string server,
        OneCOptions options,
        IReadOnlyList<OneCExchange> named,
        OneCExchange? unknown,
        bool isTlsKnown
    )
    {
        List<OneCExchange> all = [.. named, .. unknown is null ? [] : new[] { unknown }];
        JudgeLogin(findings, server, options, all);
        foreach (var exchange in named.Where(exchange => exchange.Error is not null))
            JudgeFailure(findings, $"counterparty {exchange.Counterparty}", exchange, isTlsKnown);
        if (named.Count == 0 && unknown is { Error.Error: not SettlementsError.NotFound } && !SaysNobody(unknown))
            JudgeFailure(findings, server, unknown, isTlsKnown);
        JudgeService(findings, server, named, unknown);
    }

    private static void JudgeLogin(FindingList findings, string server, OneCOptions options, List<OneCExchange> all)
    {
        if (all.Find(exchange => exchange.Error is { Error: SettlementsError.NotAuthenticated }) is { } refused)
            findings.Add(DoctorCode.LoginRefused, server, $"By {Ways(options)}: {refused.Error!.Message}");
        else if (all.Find(exchange => exchange.Error is { Error: SettlementsError.Forbidden }) is { } forbidden)
            findings.Add(DoctorCode.LoginForbidden, server, $"By {Ways(options)}: {forbidden.Error!.Message}");
        else if (all.Exists(SpeaksItself))
            findings.Add(DoctorCode.Login, server, $"By {Ways(options)}.");
        else
            findings.Skip(DoctorCode.Login, server, "No answer came that would tell.");
    }

    private static void JudgeService(FindingList findings, string server, IReadOnlyList<OneCExchange> named, OneCExchange? unknown)
    {
        if (named.Any(SpeaksItself) || unknown is not null && SpeaksItself(unknown))
            findings.Add(DoctorCode.Service, server, "Answers in its own words.");
        else if (named.Count == 0 && unknown is null or { Error.Error: SettlementsError.NotFound })
            findings.Skip(DoctorCode.Service, server, "Nothing told whether the service is there: name a counterparty that it knows.");
    }

    private static void JudgeFailure(FindingList findings, string subject, OneCExchange exchange, bool isTlsKnown)
    {
        var error = exchange.Error!;
        switch (error.Error)
        {
            case SettlementsError.NotAuthenticated or SettlementsError.Forbidden:
                findings.Skip(DoctorCode.Service, subject, "The login was refused.");
                break;
            case SettlementsError.NotFound when SaysNobody(exchange):
                findings.Add(DoctorCode.CounterpartyUnknown, subject, error.Message);
                break;
            case SettlementsError.NotFound:
                findings.Add(DoctorCode.ServiceNotFound, subject, error.Message);
                break;
            case SettlementsError.Unavailable when isTlsKnown && !exchange.IsAnswered:
                findings.Skip(DoctorCode.Service, subject, "The certificate is not accepted.");
                break;
            // The contract's own check says more, where there is JSON to look at.
            case SettlementsError.InvalidResponse when exchange.BodyKind == ErrorBodyKind.Json:
                break;
            default:
                findings.Add(CodeOf(error.Error), subject, error.Message);
                break;
        }
    }

    internal static DoctorCode CodeOf(SettlementsError error) =>
        error switch
        {
            SettlementsError.NotAuthenticated => DoctorCode.LoginRefused,
            SettlementsError.Forbidden => DoctorCode.LoginForbidden,
            SettlementsError.Unavailable => DoctorCode.ServiceUnavailable,
            SettlementsError.Overloaded => DoctorCode.ServiceBusy,
            SettlementsError.Timeout => DoctorCode.ServiceTimeout,
            SettlementsError.TooLarge => DoctorCode.AnswerTooLarge,
            SettlementsError.Rejected => DoctorCode.ServiceRejected,
            _ => DoctorCode.AnswerUnreadable,
        };

    /// <summary>The service itself speaks, so it is there: the platform and web servers say a 404 without JSON.</summary>
    private static bool SaysNobody(OneCExchange exchange) =>
        exchange is { Error.Error: SettlementsError.NotFound or SettlementsError.Rejected } && SpeaksItself(exchange);

    private static bool SpeaksItself(OneCExchange exchange) =>
        exchange.Balance is not null
        || exchange.BodyKind is ErrorBodyKind.Error or ErrorBodyKind.ServiceError or ErrorBodyKind.HandlerException or ErrorBodyKind.Json;

    private static string Ways(OneCOptions options)
    {
        List<string> ways = [];
        if (options.User is not null)
            ways.Add("user and password");
        if (options.BearerToken is not null)
            ways.Add("a bearer token");
        if (options.AuthenticationHeader is not null)
            ways.Add($"the header {options.AuthenticationHeader}");
        if (options.Key is not null)
            ways.Add(options.KeyPlacement == OneCKeyPlacement.Query ? "a key in the address" : $"a key in the header {options.KeyHeader}");
        return ways.Count == 0 ? "nothing (the publication knows its user)" : string.Join(" and ", ways);
    }
}
