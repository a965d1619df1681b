using Settlements.BillManager;

namespace Settlements.Payments;

/// <summary>What a call that failed means for a document, and for the run.</summary>
/// <param name="State">For the document.</param>
/// <param name="Kind">The reason.</param>
/// <param name="EndsRun">True when no other document would fare better.</param>
/// <param name="IsOnTheWay">True when the panel may be down: the way there failed, not this document.</param>
internal readonly record struct PanelVerdict(PaymentExportState State, PaymentExportErrorKind Kind, bool EndsRun, bool IsOnTheWay)
{
    /// <summary>After so many tries an answer that cannot be relied on is a person's matter.</summary>
    private const int UnreliableTries = 5;

    /// <summary>The panel's own error after a call that may have been executed is looked into once by itself.</summary>
    private const int RefusedTries = 2;

    /// <param name="failure">What happened.</param>
    /// <param name="tries">How often the document was tried, this time included.</param>
    internal static PanelVerdict Of(BillManagerException failure, int tries) =>
        failure.Problem switch
        {
            BillManagerProblem.BadCredentials
            or BillManagerProblem.TwoFactorPending
            or BillManagerProblem.Captcha
            or BillManagerProblem.AccessLevelTooLow => new(PaymentExportState.Failed, PaymentExportErrorKind.NotAuthenticated, true, false),
            BillManagerProblem.Connection or BillManagerProblem.Timeout or BillManagerProblem.HttpStatus or BillManagerProblem.HtmlPage =>
                new(PaymentExportState.Waiting, PaymentExportErrorKind.PanelUnavailable, HadNoConnection(failure), true),
            BillManagerProblem.NotSent => new(
                PaymentExportState.Waiting,
                PaymentExportErrorKind.PanelUnavailable,
                failure.Error == SettlementsError.Unavailable,
                true
            ),
            BillManagerProblem.SessionLost => new(PaymentExportState.Waiting, PaymentExportErrorKind.NotAuthenticated, false, false),
            BillManagerProblem.FilterIgnored or BillManagerProblem.ListCapped => Settled(
                PaymentExportState.Failed,
                PaymentExportErrorKind.InvalidResponse
            ),
            BillManagerProblem.Malformed
            or BillManagerProblem.TooLarge
            or BillManagerProblem.UnexpectedDocument
            or BillManagerProblem.ListChanged => Passing(PaymentExportErrorKind.InvalidResponse, tries < UnreliableTries),
            _ when failure.Error == SettlementsError.Forbidden => Settled(PaymentExportState.Failed, PaymentExportErrorKind.Forbidden),
            _ => Passing(PaymentExportErrorKind.PanelRefused, failure.Outcome == BillManagerOutcome.Unknown && tries < RefusedTries),
        };

    /// <summary>The verdict when the run could not even begin.</summary>
    internal static PanelVerdict AtStart(BillManagerException failure)
    {
        var verdict = Of(failure, tries: int.MaxValue);
        var state = failure.IsTransient ? PaymentExportState.Waiting : PaymentExportState.Failed;
        return verdict with { State = state, EndsRun = true };
    }

    private static PanelVerdict Settled(PaymentExportState state, PaymentExportErrorKind kind) => new(state, kind, false, false);

    private static PanelVerdict Passing(PaymentExportErrorKind kind, bool passes) =>
        Settled(passes ? PaymentExportState.Waiting : PaymentExportState.NeedsAttention, kind);

    private static bool HadNoConnection(BillManagerException failure) =>
        failure.InnerException
            is HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError
                    or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError
            };
}
