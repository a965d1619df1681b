using Microsoft.Extensions.Logging;
using Settlements.Linking;

namespace Settlements.OneC;

/// <summary>The counterparties of one 1C publication, live, over HTTP: searched by tax number or GUID, and registered.</summary>
/// <remarks>
/// Registered by <c>AddSettlements().AddOneC(...).AddDirectory()</c> as a singleton; safe for many callers at one time. It shares address, credentials, sessions, time-outs
/// and cap with the <see cref="OneCBalanceClient"/> of the publication. The contract of the service stands in <c>docs/onec-directory-service.md</c>. Tax numbers and names stand in no
/// log, trace or exception of this client.
/// </remarks>
public sealed class OneCDirectoryClient : ICounterpartyDirectory
{
    private readonly OneCExchange _exchange;
    private readonly OneCDirectoryRequests _requests;
    private readonly DirectoryReader _reader;
    private readonly TaxIdCountry _country;
    private readonly ILogger _logger;

    internal OneCDirectoryClient(OneCExchange exchange, OneCOptions options, ILogger logger)
    {
        _exchange = exchange;
        _requests = new OneCDirectoryRequests(options);
        _reader = new DirectoryReader(options.Directory.Fields, options.MaxDepth);
        _country = options.Directory.Country;
        _logger = logger;
    }

    /// <summary>All counterparties with a tax number, whatever their KPP.</summary>
    /// <param name="taxId">The number; its KPP is not sent.</param>
    /// <param name="cancellationToken">Cancels the request; that is <see cref="OperationCanceledException"/>.</param>
    /// <returns>Those that 1C listed, marked for deletion or not; empty when 1C said that there is none.</returns>
    /// <exception cref="OneCException">1C gave no usable list, or one with another tax number; the kind stands in <see cref="SettlementsException.Error"/>.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="taxId"/> was never assigned.</exception>
    public async Task<IReadOnlyList<DirectoryCounterparty>> FindByTaxIdAsync(TaxId taxId, CancellationToken cancellationToken)
    {
        using var request = _requests.Search(taxId);
        return await AskAsync(
                "counterparty.search",
                request,
                (body, notes) => _reader.ReadList(body, new ExpectedTaxId(taxId.Country, taxId), notes),
                [taxId.Number],
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>A counterparty by its GUID.</summary>
    /// <param name="counterparty">The GUID.</param>
    /// <param name="cancellationToken">Cancels the request; that is <see cref="OperationCanceledException"/>.</param>
    /// <returns>Null when 1C said that it has no such counterparty. A tax number that cannot be read is none.</returns>
    /// <exception cref="OneCException">1C gave no usable answer, or another counterparty; the kind stands in <see cref="SettlementsException.Error"/>.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="counterparty"/> was never assigned.</exception>
    public async Task<DirectoryCounterparty?> FindAsync(CounterpartyId counterparty, CancellationToken cancellationToken)
    {
        using var request = _requests.Find(counterparty);
        return await AskAsync(
                "counterparty.find",
                request,
                (body, notes) => _reader.ReadOne(body, counterparty, new ExpectedTaxId(_country, null), notes),
                personal: null,
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>Registers a counterparty in 1C, or gives the one that is there.</summary>
    /// <remarks>
    /// The key makes it safe to send again: after a lost answer it is, by this client within its time and by the caller later, and the service gives the same
    /// counterparty.
    /// </remarks>
    /// <param name="counterparty">What to register.</param>
    /// <param name="cancellationToken">Cancels the request; that is <see cref="OperationCanceledException"/>. 1C may have registered by then.</param>
    /// <exception cref="OneCException">
    /// 1C did not say which counterparty it is. Unless the kind is <see cref="SettlementsError.Rejected"/>, it may have registered: ask again with the same key.
    /// </exception>
    /// <exception cref="ArgumentNullException"><paramref name="counterparty"/> is null.</exception>
    public async Task<CounterpartyRegistration> RegisterAsync(NewCounterparty counterparty, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(counterparty);
        using var request = _requests.Register(counterparty);
        var expected = new ExpectedTaxId(counterparty.TaxId?.Country ?? _country, counterparty.TaxId);
        return await AskAsync(
                "counterparty.register",
                request,
                (body, notes) => _reader.ReadRegistration(body, expected, notes),
                [counterparty.TaxId?.Number, counterparty.Name, counterparty.Email, counterparty.Phone],
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private async Task<T> AskAsync<T>(
        string operation,
        HttpRequestMessage request,
        Func<BodyText, ReadingNotes, T> read,
        IEnumerable<string?>? personal,
        CancellationToken cancellationToken
    )
    {
        var notes = new ReadingNotes();
        var answer = await _exchange
            .AskAsync(operation, request, body => read(body, notes), personal, cancellationToken)
            .ConfigureAwait(false);
        if (notes.All is [var first, ..] all)
            _logger.DirectoryReadWithRemarks(all.Count, first.Field, first.Message);
        return answer;
    }
}
