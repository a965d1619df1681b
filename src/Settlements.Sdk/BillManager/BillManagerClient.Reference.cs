using System.Globalization;
using System.Runtime.CompilerServices;

namespace Settlements.BillManager;

public sealed partial class BillManagerClient
{
    /// <summary>Lists payers (<c>profile</c>).</summary>
    /// <param name="filter">Which: the payers of a whole panel may be more than it lists.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="BillManagerException">While enumerating: the list could not be read whole, or rows do not match the filter.</exception>
    public IAsyncEnumerable<BillManagerPayer> ListPayersAsync(BillManagerPayerFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return _list.ReadAsync(
            () =>
                PanelCall
                    .Read("profile")
                    .With("id", filter.Id)
                    .With("vatnum", filter.TaxId)
                    .With("account_id", filter.AccountId)
                    .With("account", filter.AccountName),
            PanelMaps.Payer,
            row => row.Id,
            row => FilterChecks.Matches(filter, row),
            cancellationToken
        );
    }

    /// <summary>Reads one payer by its form (<c>profile.edit</c>): the accounting code and the КПП stand nowhere else.</summary>
    /// <param name="id">The payer's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BillManagerException">There is no such payer (<see cref="SettlementsError.NotFound"/>), or no usable answer.</exception>
    public Task<BillManagerPayerDetails> GetPayerAsync(long id, CancellationToken cancellationToken = default) =>
        _connection.FormAsync("profile.edit", id, parentId: null, PanelMaps.PayerForm(id), cancellationToken);

    /// <summary>Reads every receiving company with its ИНН: the list, then each company's form, since the list has names alone.</summary>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <exception cref="BillManagerException">The list could not be read whole, or a company could not be read.</exception>
    public async IAsyncEnumerable<BillManagerCompany> ListCompaniesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var rows = _list.ReadAsync(() => PanelCall.Read("company"), PanelMaps.Company, row => row.Id, row => true, cancellationToken);
        await foreach (var row in rows.ConfigureAwait(false))
        {
            var details = await _connection
                .FormAsync("company.edit", row.Id, parentId: null, PanelMaps.CompanyForm(row.Id), cancellationToken)
                .ConfigureAwait(false);
            yield return details with
            {
                Name = row.Name ?? details.Name,
            };
        }
    }

    /// <summary>Lists providers (<c>project</c>).</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="BillManagerException">While enumerating: the list could not be read whole.</exception>
    public IAsyncEnumerable<BillManagerProvider> ListProvidersAsync(CancellationToken cancellationToken = default) =>
        _list.ReadAsync(() => PanelCall.Read("project"), PanelMaps.Provider, row => row.Id, row => true, cancellationToken);

    /// <summary>Lists payment methods (<c>paymethod</c>), those out of use too.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="BillManagerException">While enumerating: the list could not be read whole.</exception>
    public IAsyncEnumerable<BillManagerPaymentMethod> ListPaymentMethodsAsync(CancellationToken cancellationToken = default) =>
        _list.ReadAsync(() => PanelCall.Read("paymethod"), PanelMaps.PaymentMethod, row => row.Id, row => true, cancellationToken);

    /// <summary>Lists the panel's currencies (<c>currency</c>).</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="BillManagerException">While enumerating: the list could not be read whole.</exception>
    public IAsyncEnumerable<BillManagerCurrency> ListCurrenciesAsync(CancellationToken cancellationToken = default) =>
        _list.ReadAsync(() => PanelCall.Read("currency"), PanelMaps.Currency, row => row.Id, row => true, cancellationToken);

    /// <summary>Finds a currency of the panel by its ISO code.</summary>
    /// <param name="currency">The currency.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The panel's currency; null when it has none with this code.</returns>
    /// <exception cref="BillManagerException">The list could not be read whole, or two currencies have this code.</exception>
    public async Task<BillManagerCurrency?> FindCurrencyAsync(Currency currency, CancellationToken cancellationToken = default)
    {
        BillManagerCurrency? found = null;
        await foreach (var row in ListCurrenciesAsync(cancellationToken).ConfigureAwait(false))
        {
            if (row.Currency != currency)
                continue;
            if (found is not null)
                throw PanelFailures.Of(
                    PanelCall.Read("currency"),
                    SettlementsError.InvalidResponse,
                    BillManagerProblem.UnexpectedDocument,
                    string.Create(CultureInfo.InvariantCulture, $"two currencies, {found.Id} and {row.Id}, have the code {currency.Code}.")
                );
            found = row;
        }
        return found;
    }
}
