using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Settlements.BillManager;

/// <summary>Logs in once for however many callers wait, and again when the session has run out or was lost.</summary>
internal sealed class PanelSession(
    PanelTransport transport,
    BillManagerOptions options,
    PanelSecrets secrets,
    TimeProvider timeProvider,
    ILogger logger
)
{
    internal const string LoginFunction = "auth";

    /// <summary>The panel keeps a session one hour from its last request; a minute is left for the way there.</summary>
    internal static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(59);

    private readonly Lock _gate = new();
    private PanelTicket? _current;
    private Task<PanelTicket>? _login;
    private BillManagerException? _refusal;
    private long _refusedAt;

    /// <summary>The refusal of a login that is not tried again yet; null when a login may be tried.</summary>
    internal BillManagerException? Refusal
    {
        get
        {
            lock (_gate)
                return _refusal is not null && timeProvider.GetElapsedTime(_refusedAt) < options.RefusedLoginPause ? _refusal : null;
        }
    }

    private bool IsSession => options.Authentication == BillManagerAuthentication.Session;

    /// <summary>The ticket in force, or one that is fetched now; marks it as used.</summary>
    /// <exception cref="BillManagerException">The login was refused, or the panel could not be reached.</exception>
    internal async Task<PanelTicket> GetAsync(CancellationToken cancellationToken)
    {
        Task<PanelTicket> login;
        lock (_gate)
        {
            if (_current is { } ticket && IsAlive(ticket))
            {
                ticket.Use(timeProvider.GetTimestamp());
                return ticket;
            }
            if (Refusal is { } refusal)
                throw refusal;
            login = _login ??= LogInAsync();
        }
        return await login.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Forgets a ticket that the panel no longer takes; one fetched since by another caller stays.</summary>
    internal void Drop(PanelTicket ticket)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(_current, ticket))
                return;
            _current = null;
        }
        logger.SessionLost();
    }

    private bool IsAlive(PanelTicket ticket) => !IsSession || timeProvider.GetElapsedTime(ticket.UsedAt) < Lifetime;

    /// <summary>Belongs to nobody's cancellation: a caller who gives up leaves the others their login.</summary>
    private async Task<PanelTicket> LogInAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            var ticket = await FetchTicketAsync().ConfigureAwait(false);
            logger.LoggedIn(ticket.Identity.Version, ticket.Identity.UserId, ticket.Identity.Level);
            lock (_gate)
                (_current, _login, _refusal) = (ticket, null, null);
            return ticket;
        }
        catch (BillManagerException e)
        {
            lock (_gate)
            {
                _login = null;
                if (e.Error is SettlementsError.NotAuthenticated or SettlementsError.Forbidden)
                    (_refusal, _refusedAt) = (e, timeProvider.GetTimestamp());
            }
            throw;
        }
        catch
        {
            lock (_gate)
                _login = null;
            throw;
        }
    }

    private async Task<PanelTicket> FetchTicketAsync()
    {
        var usedAt = timeProvider.GetTimestamp();
        var proof = IsSession
            ? new KeyValuePair<string, string>("auth", await OpenAsync().ConfigureAwait(false))
            : new KeyValuePair<string, string>("authinfo", $"{options.UserName}:{options.Password}");
        var identity = await IdentifyAsync(proof).ConfigureAwait(false);
        return new PanelTicket(proof, identity, usedAt);
    }

    private async Task<string> OpenAsync()
    {
        var call = PanelCall.Read(LoginFunction).With("username", options.UserName).With("password", options.Password);
        var document = await transport
            .SendAsync<object>(call, proof: null, columns: null, isForm: false, CancellationToken.None)
            .ConfigureAwait(false);
        if (document.Error is { } error)
            throw PanelFailures.Panel(call, error, secrets);
        if (string.IsNullOrWhiteSpace(document.SessionId))
            throw PanelFailures.Of(
                call,
                SettlementsError.InvalidResponse,
                BillManagerProblem.UnexpectedDocument,
                "the login was answered with neither a session nor an error."
            );
        secrets.Keep(document.SessionId);
        return document.SessionId;
    }

    /// <summary>
    /// A session that waits for its second factor looks like any other and answers every function with <c>ok</c>, which a write would take for success:
    /// so nothing is sent with a session before <c>whoami</c> has named its user.
    /// </summary>
    private async Task<BillManagerIdentity> IdentifyAsync(KeyValuePair<string, string> proof)
    {
        var call = PanelCall.Read("whoami");
        var document = await transport
            .SendAsync<object>(call, proof, columns: null, isForm: false, CancellationToken.None)
            .ConfigureAwait(false);
        if (document.Error is { } error)
            throw PanelFailures.Panel(call, error, secrets);
        if (document.User is not { } user)
            throw document.Ok is not null
                ? PanelFailures.LoginAskedFor(call)
                : PanelFailures.Of(
                    call,
                    SettlementsError.InvalidResponse,
                    BillManagerProblem.UnexpectedDocument,
                    "the answer names no user."
                );

        var identity = PanelIdentity.Read(call, user, document.Version);
        if (identity.Level < options.MinimumLevel)
            throw PanelFailures.Of(
                call,
                SettlementsError.Forbidden,
                BillManagerProblem.AccessLevelTooLow,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"user '{identity.Name}' has level {identity.Level}, and {options.MinimumLevel} is needed: "
                )
                    + "with less, lists come with columns missing. "
                    + "Use an administrator's employee, or lower BillManagerOptions.MinimumLevel."
            );
        return identity;
    }
}
