using Polly.CircuitBreaker;
using Polly.Timeout;
using Settlements.Http;

namespace Settlements.BillManager;

/// <summary>Makes the exception of each thing that can go wrong: its kind, whether it may pass, and what is known about the call's effect.</summary>
internal static class PanelFailures
{
    /// <summary>Error types that the panel raises while it checks a call, before it acts.</summary>
    /// <remarks>Any other may come from a later step of an action, so after it nobody knows what the panel kept.</remarks>
    private static readonly HashSet<string> RaisedBeforeActing = new(StringComparer.Ordinal) { "auth", "access", "missed", "value" };

    internal static BillManagerException Of(
        PanelCall call,
        SettlementsError error,
        BillManagerProblem problem,
        string message,
        bool isTransient = false,
        bool mayHaveExecuted = false,
        Exception? cause = null
    ) =>
        new(
            error,
            problem,
            call.IsWrite && mayHaveExecuted ? BillManagerOutcome.Unknown : BillManagerOutcome.NotExecuted,
            call.Function,
            $"BILLmanager, {call.Function}: {message}",
            isTransient,
            cause
        );

    /// <summary>Nothing of a call has left this machine when there was no connection to send it on, or when it was held back here.</summary>
    internal static BillManagerException Transport(PanelCall call, Exception cause, TransportFailure failure)
    {
        var problem = cause switch
        {
            BrokenCircuitException or QueueFullException => BillManagerProblem.NotSent,
            TimeoutRejectedException => BillManagerProblem.Timeout,
            ResponseTooLargeException => BillManagerProblem.TooLarge,
            InvalidDataException => BillManagerProblem.Malformed,
            _ => BillManagerProblem.Connection,
        };
        var wasSent =
            problem != BillManagerProblem.NotSent
            && cause
                is not HttpRequestException
                {
                    HttpRequestError: HttpRequestError.NameResolutionError
                        or HttpRequestError.ConnectionError
                        or HttpRequestError.SecureConnectionError
                        or HttpRequestError.ProxyTunnelError
                        or HttpRequestError.VersionNegotiationError
                };
        return Of(call, failure.Error, problem, failure.Message, failure.IsTransient, wasSent, cause);
    }

    internal static BillManagerException Malformed(PanelCall call, PanelFormatException cause) =>
        cause.Problem switch
        {
            BillManagerProblem.HtmlPage => Of(
                call,
                SettlementsError.InvalidResponse,
                BillManagerProblem.HtmlPage,
                "a page for a browser came instead of XML. Check BillManagerOptions.Endpoint (the address must end in the panel's program, such as /billmgr), "
                    + "and whether a firewall or a captcha page stands before the panel.",
                mayHaveExecuted: true
            ),
            BillManagerProblem.TooLarge => Of(
                call,
                SettlementsError.TooLarge,
                BillManagerProblem.TooLarge,
                $"the answer is {cause.Message}.",
                mayHaveExecuted: true,
                cause: cause
            ),
            _ => Of(
                call,
                SettlementsError.InvalidResponse,
                BillManagerProblem.Malformed,
                $"the answer cannot be relied on: {cause.Message}.",
                mayHaveExecuted: true,
                cause: cause
            ),
        };

    internal static BillManagerException LoginAskedFor(PanelCall call) =>
        Of(
            call,
            SettlementsError.NotAuthenticated,
            BillManagerProblem.TwoFactorPending,
            "the panel asks to log in again, perhaps with a two-factor code, which a program cannot give. Use an employee without it, restricted by address.",
            mayHaveExecuted: true
        );

    internal static BillManagerException Panel(PanelCall call, PanelError error, PanelSecrets secrets)
    {
        var (kind, problem, hint) = Classify(call, error);
        var said = secrets.Scrub(error.Message);
        var about = error.Object is null ? "" : $" about '{secrets.Scrub(error.Object)}'";
        var isUnknown = call.IsWrite && problem != BillManagerProblem.Captcha && !RaisedBeforeActing.Contains(error.Type ?? "");
        return new(
            kind,
            problem,
            isUnknown ? BillManagerOutcome.Unknown : BillManagerOutcome.NotExecuted,
            call.Function,
            $"BILLmanager, {call.Function}: the panel answered with error '{secrets.Scrub(error.Type) ?? "(no type)"}'{about}: {said ?? "(no text)"}{hint}",
            isTransient: problem == BillManagerProblem.SessionLost
        )
        {
            Type = secrets.Scrub(error.Type),
            Object = secrets.Scrub(error.Object),
            Parameters = error.Parameters.ToDictionary(p => p.Key, p => secrets.Scrub(p.Value)!, StringComparer.Ordinal),
            PanelMessage = said,
        };
    }

    private static (SettlementsError Kind, BillManagerProblem Problem, string Hint) Classify(PanelCall call, PanelError error)
    {
        if (error.Type?.Contains("captcha", StringComparison.OrdinalIgnoreCase) == true)
            return (
                SettlementsError.NotAuthenticated,
                BillManagerProblem.Captcha,
                " The login asks for a captcha: set Authentication to EveryCall, or restrict the employee by address."
            );
        if (error.Type == "auth")
            return call.Function == PanelSession.LoginFunction || error.Object == "badpassword"
                ? (SettlementsError.NotAuthenticated, BillManagerProblem.BadCredentials, " Check BillManagerOptions.UserName and Password.")
                : (SettlementsError.NotAuthenticated, BillManagerProblem.SessionLost, "");
        return error.Type switch
        {
            "access" => (
                SettlementsError.Forbidden,
                BillManagerProblem.PanelError,
                " The employee lacks a right to this function: see the department's rights in the panel."
            ),
            "missed" => (SettlementsError.NotFound, BillManagerProblem.PanelError, ""),
            _ => (SettlementsError.Rejected, BillManagerProblem.PanelError, ""),
        };
    }
}
