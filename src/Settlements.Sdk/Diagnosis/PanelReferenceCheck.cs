using Settlements.BillManager;
using Settlements.Payments;

namespace Settlements.Diagnosis;

/// <summary>Whether the panel's companies, payment methods and currencies are such that payments can be exported.</summary>
internal sealed class PanelReferenceCheck(PanelConnection connection, BillManagerOptions settings, FindingList findings, CheckRunner runner)
{
    private const string NotRead = "The panel's lists for it could not be read.";

    private readonly List<BillManagerCompany> _companies = [];
    private List<BillManagerPaymentMethod>? _methods;
    private List<BillManagerProvider>? _providers;
    private List<BillManagerCurrency>? _currencies;

    internal async Task RunAsync(Func<PaymentExportOptions?> export, IEnumerable<Currency> currencies)
    {
        var areCompaniesRead = await runner.RunAsync(DoctorCode.Company, "company", ReadCompaniesAsync).ConfigureAwait(false);
        await runner.RunAsync(DoctorCode.PaymentMethod, "paymethod", ReadMethodsAsync).ConfigureAwait(false);
        await runner.RunAsync(DoctorCode.Currency, "currency", ReadCurrenciesAsync).ConfigureAwait(false);

        if (_companies.Count > 0)
            CompanyDoubts.Judge(findings, _companies);
        else
            findings.Skip(DoctorCode.Company, "company", areCompaniesRead ? "The panel shows no company." : NotRead);
        if (_methods is { } methods && _providers is { } providers && _companies.Count > 0)
            await runner
                .RunAsync(
                    DoctorCode.PaymentMethod,
                    "paymethod",
                    () => PaymentMethodDoubts.Judge(findings, export(), Reference(methods, providers))
                )
                .ConfigureAwait(false);
        else
            findings.Skip(DoctorCode.PaymentMethod, "paymethod", NotRead);
        if (_currencies is { } known)
            foreach (var currency in currencies)
                Judge(currency, known);
        else
            findings.Skip(DoctorCode.Currency, "currency", NotRead);
    }

    private PanelReference Reference(List<BillManagerPaymentMethod> methods, List<BillManagerProvider> providers) =>
        new()
        {
            Companies = _companies,
            Methods = methods,
            Providers = providers,
            Currencies = _currencies ?? [],
        };

    private async Task ReadCompaniesAsync(CancellationToken cancellationToken)
    {
        foreach (var row in await ListAsync("company", PanelMaps.Company, cancellationToken).ConfigureAwait(false) ?? [])
        {
            try
            {
                var form = await connection
                    .FormAsync("company.edit", row.Id, parentId: null, PanelMaps.CompanyForm(row.Id), cancellationToken)
                    .ConfigureAwait(false);
                _companies.Add(form with { Name = row.Name ?? form.Name });
            }
            catch (BillManagerException)
            {
                // The check of the form company.edit has told it already; the company's number stays unknown.
                _companies.Add(row);
            }
        }
    }

    private async Task ReadMethodsAsync(CancellationToken cancellationToken)
    {
        _methods = await ListAsync("paymethod", PanelMaps.PaymentMethod, cancellationToken).ConfigureAwait(false);
        _providers = await ListAsync("project", PanelMaps.Provider, cancellationToken).ConfigureAwait(false);
    }

    private async Task ReadCurrenciesAsync(CancellationToken cancellationToken) =>
        _currencies = await ListAsync("currency", PanelMaps.Currency, cancellationToken).ConfigureAwait(false);

    /// <summary>The first page; null when the panel refuses, which the check of the list's columns has told already.</summary>
    private async Task<List<T>?> ListAsync<T>(string function, PanelColumns<T> columns, CancellationToken cancellationToken)
    {
        try
        {
            var call = PanelCall.Read(function).With("p_cnt", settings.PageSize).With("p_num", 1);
            var document = await connection.ListAsync(call, columns, cancellationToken).ConfigureAwait(false);
            return document.IsList ? document.Rows : null;
        }
        catch (BillManagerException)
        {
            return null;
        }
    }

    private void Judge(Currency currency, List<BillManagerCurrency> currencies)
    {
        var found = currencies.Where(known => known.Currency == currency).Select(known => known.Id).ToList();
        var ids = string.Join(", ", found.Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        findings.Add(
            found.Count switch
            {
                0 => DoctorCode.CurrencyMissing,
                1 => DoctorCode.Currency,
                _ => DoctorCode.CurrencyAmbiguous,
            },
            currency.Code,
            found.Count == 0 ? $"None of {currencies.Count} has the code {currency.Code}." : $"Id {ids}."
        );
    }
}
