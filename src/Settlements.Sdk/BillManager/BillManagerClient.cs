using Microsoft.Extensions.Logging;
using Settlements.Http;

namespace Settlements.BillManager;

/// <summary>A typed client of the API of BILLmanager 6.</summary>
/// <remarks>
/// <para>
/// Registered by <c>AddSettlements().AddBillManager(...)</c> as a singleton; safe for many callers at one time.
/// </para>
/// <para>
/// Every call is a POST form that asks for XML in Russian; nothing secret stands in an address. The client logs in at its first call, keeps the session for
/// all callers and asks <c>whoami</c> before it uses one.
/// </para>
/// <para>
/// Calls that read are made again after a lost session, a broken connection or a time-out. Calls that change something are sent exactly once; when one fails,
/// <see cref="BillManagerException.Outcome"/> says whether the panel may have executed it.
/// </para>
/// <para>
/// Columns come and go with the employee's rights, so everything but ids may be null, and null means "not shown", never zero or "no". Dates and times are
/// in the panel's own time zone, which it does not state.
/// </para>
/// </remarks>
public sealed partial class BillManagerClient
{
    private readonly PanelConnection _connection;
    private readonly PanelList _list;

    internal BillManagerClient(
        Func<HttpClient> http,
        BillManagerOptions options,
        ClientTelemetry telemetry,
        TimeProvider timeProvider,
        ILogger logger
    )
    {
        _connection = new PanelConnection(http, options, telemetry, timeProvider, logger);
        _list = new PanelList(_connection, options);
    }

    /// <summary>The way to the panel, for whoever looks at answers rather than at rows.</summary>
    internal PanelConnection Connection => _connection;

    /// <summary>Calls sent so far by this client, logins included; one that had to be repeated counts once.</summary>
    internal long CallsSent => _connection.Sent;

    /// <summary>As whom the panel knows this client; logs in when there is no session. A cheap way to check the options at start.</summary>
    /// <exception cref="BillManagerException">
    /// <see cref="BillManagerProblem.BadCredentials"/>, <see cref="BillManagerProblem.TwoFactorPending"/>, <see cref="BillManagerProblem.Captcha"/>,
    /// <see cref="BillManagerProblem.AccessLevelTooLow"/>, <see cref="BillManagerProblem.HtmlPage"/> and the faults of every call.
    /// </exception>
    public Task<BillManagerIdentity> WhoAmIAsync(CancellationToken cancellationToken = default) =>
        _connection.IdentityAsync(cancellationToken);

    /// <summary>Lists clients (<c>account</c>).</summary>
    /// <param name="filter">Which; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="BillManagerException">While enumerating: the list could not be read whole, or rows do not match the filter.</exception>
    public IAsyncEnumerable<BillManagerAccount> ListAccountsAsync(
        BillManagerAccountFilter? filter = null,
        CancellationToken cancellationToken = default
    )
    {
        var asked = filter ?? new BillManagerAccountFilter();
        return _list.ReadAsync(
            () => PanelCall.Read("account").With("id", asked.Id).With("account", asked.Name),
            PanelMaps.Account,
            row => row.Id,
            row => FilterChecks.Matches(asked, row),
            cancellationToken
        );
    }

    /// <summary>Lists accounts («лицевые счета») of one client, or of all (<c>subaccount</c>).</summary>
    /// <remarks>
    /// Where the rows do not name their client (<see cref="BillManagerSubaccount.AccountId"/> is null), <see cref="GetSubaccountAsync"/> does: that the panel
    /// narrows this list by client is inferred, and a row is not taken for that client's on the strength of the question.
    /// </remarks>
    /// <param name="accountId">The client's id; null for all that the employee sees.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="BillManagerException">While enumerating: the list could not be read whole, or rows are another client's.</exception>
    public IAsyncEnumerable<BillManagerSubaccount> ListSubaccountsAsync(
        long? accountId = null,
        CancellationToken cancellationToken = default
    ) =>
        _list.ReadAsync(
            () => PanelCall.Read("subaccount").With("elid", accountId),
            PanelMaps.Subaccount,
            row => row.Id,
            row => accountId is null || row.AccountId is null || row.AccountId == accountId,
            cancellationToken
        );

    /// <summary>Reads one account («лицевой счёт») by its form (<c>subaccount.edit</c>): ids of client, provider and currency, balance, credit limit.</summary>
    /// <param name="id">The id of the лицевой счёт.</param>
    /// <param name="accountId">The client's id, which some panels ask for; null when unknown.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BillManagerException">There is no such account (<see cref="SettlementsError.NotFound"/>), or no usable answer.</exception>
    public Task<BillManagerSubaccount> GetSubaccountAsync(long id, long? accountId = null, CancellationToken cancellationToken = default) =>
        _connection.FormAsync("subaccount.edit", id, accountId, PanelMaps.SubaccountForm(id), cancellationToken);

    /// <summary>Sets how far below zero an account may go (<c>subaccount.edit</c>).</summary>
    /// <param name="id">The id of the лицевой счёт.</param>
    /// <param name="accountId">The client's id.</param>
    /// <param name="limit">In the account's currency, not negative; zero for none.</param>
    /// <param name="cancellationToken">Cancels the call; whether it took effect is then unknown.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is negative.</exception>
    /// <exception cref="BillManagerException">The panel refused, or gave no usable answer: see <see cref="BillManagerException.Outcome"/>.</exception>
    public Task SetCreditLimitAsync(long id, long accountId, Money limit, CancellationToken cancellationToken = default)
    {
        if (limit.IsNegative)
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "A credit limit is not negative: give zero for none.");
        var call = PanelCall.Submit("subaccount.edit").With("elid", id).With("plid", accountId).With("creditlimit", limit.Amount);
        return _connection.ExecuteAsync(call, cancellationToken);
    }

    /// <summary>Lists acts and invoices (<c>invoice</c>).</summary>
    /// <param name="filter">Which.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="BillManagerException">While enumerating: the list could not be read whole, or rows do not match the filter.</exception>
    public IAsyncEnumerable<BillManagerInvoice> ListInvoicesAsync(
        BillManagerInvoiceFilter filter,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(filter);
        return _list.ReadAsync(
            () =>
                PanelCall
                    .Read("invoice")
                    .With("fromdate", filter.From)
                    .With("todate", filter.To)
                    .With("company", filter.CompanyId)
                    .With("invoice_status", filter.StatusCode),
            PanelMaps.Invoice,
            row => row.Id,
            row => FilterChecks.Matches(filter, row),
            cancellationToken
        );
    }
}
