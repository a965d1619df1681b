using System.Globalization;
using Microsoft.Extensions.Logging;
using Settlements.Http;

namespace Settlements.BillManager;

/// <summary>Makes calls within a session: reads are made again once after the session was lost, writes never.</summary>
internal sealed class PanelConnection
{
    private readonly PanelTransport _transport;
    private readonly PanelSession _session;
    private readonly PanelSecrets _secrets;

    internal PanelConnection(
        Func<HttpClient> http,
        BillManagerOptions options,
        ClientTelemetry telemetry,
        TimeProvider timeProvider,
        ILogger logger
    )
    {
        _secrets = new PanelSecrets(options);
        _transport = new PanelTransport(http, options, telemetry, logger);
        _session = new PanelSession(_transport, options, _secrets, timeProvider, logger);
    }

    internal long Sent => _transport.Sent;

    /// <summary>A text from the panel without password and session, cut to a bearable length.</summary>
    internal string Scrub(string text) => _secrets.Scrub(text)!;

    internal BillManagerException? LoginRefusal => _session.Refusal;

    /// <summary>Asks who nobody is: any document says that a panel is there.</summary>
    /// <exception cref="BillManagerException">No panel answered.</exception>
    internal Task ProbeAsync(CancellationToken cancellationToken) =>
        _transport.SendAsync<object>(PanelCall.Probe("whoami"), proof: null, columns: null, isForm: false, cancellationToken);

    internal async Task<BillManagerIdentity> IdentityAsync(CancellationToken cancellationToken) =>
        (await _session.GetAsync(cancellationToken).ConfigureAwait(false)).Identity;

    /// <summary>One page of a list.</summary>
    internal Task<PanelDocument<T>> ListAsync<T>(PanelCall call, PanelColumns<T> columns, CancellationToken cancellationToken) =>
        CallAsync(call, columns, isForm: false, cancellationToken);

    /// <summary>The form of one object, shown and not submitted.</summary>
    internal async Task<T> FormAsync<T>(
        string function,
        long id,
        long? parentId,
        PanelColumns<T> columns,
        CancellationToken cancellationToken
    )
    {
        var call = PanelCall.Read(function).With("elid", id).With("plid", parentId);
        var document = await ShownAsync(call, columns, cancellationToken).ConfigureAwait(false);
        if (document.FormId is { } other && other != id)
            throw Unexpected(
                call,
                string.Create(CultureInfo.InvariantCulture, $"the form of object {id} was asked for, and that of {other} came.")
            );
        return document.Form!;
    }

    /// <summary>A form that is about no object, shown and not submitted.</summary>
    internal async Task<T> FormAsync<T>(string function, PanelColumns<T> columns, CancellationToken cancellationToken) =>
        (await ShownAsync(PanelCall.Read(function), columns, cancellationToken).ConfigureAwait(false)).Form!;

    /// <summary>A write that the panel says it has executed.</summary>
    internal async Task<PanelDocument<object>> ExecuteAsync(PanelCall call, CancellationToken cancellationToken)
    {
        var document = await CallAsync<object>(call, columns: null, isForm: false, cancellationToken).ConfigureAwait(false);
        if (document.Ok is not null)
            return document;

        throw PanelFailures.Of(
            call,
            SettlementsError.Rejected,
            BillManagerProblem.FormNotExecuted,
            document.CreatedId is null
                ? "the panel showed the form again without executing it: a field that it needs is missing, or the form has another step."
                : "the panel answered with an id and without 'ok'.",
            mayHaveExecuted: document.CreatedId is not null || !call.SubmitsForm
        );
    }

    private async Task<PanelDocument<T>> ShownAsync<T>(PanelCall call, PanelColumns<T> columns, CancellationToken cancellationToken)
    {
        var document = await CallAsync(call, columns, isForm: true, cancellationToken).ConfigureAwait(false);
        if (document.Ok is not null)
            throw Unexpected(call, "a form was asked for, and 'ok' came.");
        return document.HasForm ? document : throw Unexpected(call, "a form was asked for, and none of its fields came.");
    }

    private static BillManagerException Unexpected(PanelCall call, string what) =>
        PanelFailures.Of(call, SettlementsError.InvalidResponse, BillManagerProblem.UnexpectedDocument, what);

    private async Task<PanelDocument<T>> CallAsync<T>(
        PanelCall call,
        PanelColumns<T>? columns,
        bool isForm,
        CancellationToken cancellationToken
    )
    {
        for (var isFirst = true; ; isFirst = false)
        {
            var ticket = await _session.GetAsync(cancellationToken).ConfigureAwait(false);
            var document = await _transport.SendAsync(call, ticket.Proof, columns, isForm, cancellationToken).ConfigureAwait(false);
            if (LogsInAgain(document.Ok))
            {
                _session.Drop(ticket);
                throw PanelFailures.LoginAskedFor(call);
            }
            if (document.Error is not { } error)
                return document;

            var isLost = error.Type == "auth";
            if (isLost)
                _session.Drop(ticket);
            if (!isLost || !isFirst || call.IsWrite)
                throw PanelFailures.Panel(call, error, _secrets);
        }
    }

    /// <summary>
    /// A session that the panel no longer trusts is sent to the form for the password or the second factor, and that redirection is an <c>ok</c> like that of an
    /// executed write.
    /// </summary>
    private static bool LogsInAgain(string? ok) =>
        ok is not null
        && (ok.Contains("func=totp", StringComparison.OrdinalIgnoreCase) || ok.Contains("func=logon", StringComparison.OrdinalIgnoreCase));
}
