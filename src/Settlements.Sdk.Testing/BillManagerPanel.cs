using System.Globalization;
using Settlements.Testing.BillManager;

namespace Settlements.Testing;

/// <summary>What the emulated panel knows: clients, accounts, payers, payments and what they refer to. May be used from any thread at any time.</summary>
/// <remarks>
/// A new panel has the currencies RUB, USD and EUR, one provider, one company, an administrator, and the three payment methods that 1C's own exporter
/// looks for. Every kind of object has a range of ids of its own, so that a program which takes one for another is found out.
/// </remarks>
public sealed class BillManagerPanel
{
    /// <summary>The login of the administrator that every new panel has.</summary>
    public const string AdministratorName = "exporter";

    /// <summary>The password of <see cref="AdministratorName"/>.</summary>
    public const string AdministratorPassword = "emulated-password";

    /// <summary>Makes a panel with the reference data of the remarks.</summary>
    public BillManagerPanel()
        : this(PanelTables.Initial()) { }

    internal BillManagerPanel(PanelTables tables) => Tables = tables;

    /// <summary>The receiving companies; a copy.</summary>
    public IReadOnlyList<PanelCompany> Companies => Copy(t => t.Companies);

    /// <summary>The providers; a copy.</summary>
    public IReadOnlyList<PanelProvider> Providers => Copy(t => t.Providers);

    /// <summary>The currencies; a copy.</summary>
    public IReadOnlyList<PanelCurrency> Currencies => Copy(t => t.Currencies);

    /// <summary>The payment methods; a copy.</summary>
    public IReadOnlyList<PanelPaymentMethod> PaymentMethods => Copy(t => t.PaymentMethods);

    /// <summary>The clients; a copy.</summary>
    public IReadOnlyList<PanelAccount> Accounts => Copy(t => t.Accounts);

    /// <summary>The clients' accounts («лицевые счета»); a copy.</summary>
    public IReadOnlyList<PanelSubaccount> Subaccounts => Copy(t => t.Subaccounts);

    /// <summary>The payers; a copy.</summary>
    public IReadOnlyList<PanelPayer> Payers => Copy(t => t.Payers);

    /// <summary>The payments; a copy.</summary>
    public IReadOnlyList<PanelPayment> Payments => Copy(t => t.Payments);

    /// <summary>How often a payment was credited, by its id: a correct program leaves no number above one.</summary>
    public IReadOnlyDictionary<long, int> Creditings => Read(t => new Dictionary<long, int>(t.Creditings));

    internal PanelTables Tables { get; }

    internal Lock Gate { get; } = new();

    /// <summary>Adds a client with one account and one payer.</summary>
    /// <param name="name">The client's name, and the payer's.</param>
    /// <param name="taxId">The payer's ИНН; empty for none.</param>
    /// <param name="currency">The ISO code of the account's currency.</param>
    /// <param name="kind">The payer's kind: 1 person, 2 legal entity, 3 sole proprietor.</param>
    /// <param name="accountingCode">The payer's code in the accounting system; empty for none.</param>
    /// <returns>The account («лицевой счёт»); its client is <see cref="PanelSubaccount.AccountId"/>.</returns>
    public PanelSubaccount AddClient(string name, string taxId = "", string currency = "RUB", int kind = 2, string accountingCode = "")
    {
        var account = AddAccount(name);
        AddPayer(account.Id, name, taxId, kind, accountingCode: accountingCode);
        return AddSubaccount(account.Id, currency);
    }

    /// <summary>Adds a client with nothing but a name.</summary>
    public PanelAccount AddAccount(string name) => Read(t => t.Accounts.Add(id => new PanelAccount { Id = id, Name = name }));

    /// <summary>Adds an account to a client.</summary>
    /// <param name="accountId">The client.</param>
    /// <param name="currency">The ISO code of its currency.</param>
    /// <param name="providerId">The provider; null for the first.</param>
    public PanelSubaccount AddSubaccount(long accountId, string currency = "RUB", long? providerId = null) =>
        Read(t =>
            t.Subaccounts.Add(id => new PanelSubaccount
            {
                Id = id,
                AccountId = t.Accounts.Get(accountId).Id,
                ProviderId = providerId ?? t.Providers.First().Id,
                CurrencyId = t.Currency(currency).Id,
            })
        );

    /// <summary>Adds a payer to a client.</summary>
    /// <param name="accountId">The client.</param>
    /// <param name="name">The name.</param>
    /// <param name="taxId">ИНН; empty for none.</param>
    /// <param name="kind">1 person, 2 legal entity, 3 sole proprietor.</param>
    /// <param name="kpp">КПП; empty for none.</param>
    /// <param name="accountingCode">The code in the accounting system; empty for none.</param>
    /// <param name="isActive">Whether the payer is in use.</param>
    public PanelPayer AddPayer(
        long accountId,
        string name,
        string taxId = "",
        int kind = 2,
        string kpp = "",
        string accountingCode = "",
        bool isActive = true
    ) =>
        Read(t =>
            t.Payers.Add(id => new PanelPayer
            {
                Id = id,
                AccountId = t.Accounts.Get(accountId).Id,
                Name = name,
                Kind = kind,
                TaxId = taxId,
                Kpp = kpp,
                AccountingCode = accountingCode,
                IsActive = isActive,
            })
        );

    /// <summary>Adds a receiving company.</summary>
    public PanelCompany AddCompany(string name, string taxId, string kpp = "") =>
        Read(t =>
            t.Companies.Add(id => new PanelCompany
            {
                Id = id,
                Name = name,
                TaxId = taxId,
                Kpp = kpp,
            })
        );

    /// <summary>Adds a provider.</summary>
    public PanelProvider AddProvider(string name, string currency = "RUB") =>
        Read(t =>
            t.Providers.Add(id => new PanelProvider
            {
                Id = id,
                Name = name,
                CurrencyId = t.Currency(currency).Id,
            })
        );

    /// <summary>Adds a payment method connected to every provider and company there is now.</summary>
    public PanelPaymentMethod AddPaymentMethod(string name, string currency = "RUB") =>
        Read(t =>
            t.PaymentMethods.Add(id => new PanelPaymentMethod
            {
                Id = id,
                Name = name,
                CurrencyId = t.Currency(currency).Id,
                ProviderIds = [.. t.Providers.Select(p => p.Id)],
                CompanyIds = [.. t.Companies.Select(c => c.Id)],
            })
        );

    /// <summary>Adds somebody who can log in.</summary>
    /// <param name="make">Makes the user from its id.</param>
    public PanelUser AddUser(Func<long, PanelUser> make) => Read(t => t.Users.Add(make));

    /// <summary>Adds a payment past the panel's own rules, as if it had been there before.</summary>
    /// <param name="make">Makes the payment from its id.</param>
    public PanelPayment AddPayment(Func<long, PanelPayment> make) => Read(t => t.Payments.Add(make));

    /// <summary>Adds an invoice.</summary>
    /// <param name="make">Makes the invoice from its id.</param>
    public PanelInvoice AddInvoice(Func<long, PanelInvoice> make) => Read(t => t.Invoices.Add(make));

    /// <summary>Changes something: a payer that goes out of use, a payment that a person cancels.</summary>
    /// <exception cref="KeyNotFoundException">There is no such object.</exception>
    public PanelPayer Change(long payerId, Func<PanelPayer, PanelPayer> change) => Read(t => t.Payers.Change(payerId, change));

    /// <inheritdoc cref="Change(long, Func{PanelPayer, PanelPayer})"/>
    public PanelPayment ChangePayment(long paymentId, Func<PanelPayment, PanelPayment> change) =>
        Read(t => t.Payments.Change(paymentId, change));

    /// <inheritdoc cref="Change(long, Func{PanelPayer, PanelPayer})"/>
    public PanelPaymentMethod ChangePaymentMethod(long methodId, Func<PanelPaymentMethod, PanelPaymentMethod> change) =>
        Read(t => t.PaymentMethods.Change(methodId, change));

    /// <inheritdoc cref="Change(long, Func{PanelPayer, PanelPayer})"/>
    public PanelSubaccount ChangeSubaccount(long subaccountId, Func<PanelSubaccount, PanelSubaccount> change) =>
        Read(t => t.Subaccounts.Change(subaccountId, change));

    /// <inheritdoc cref="Change(long, Func{PanelPayer, PanelPayer})"/>
    public PanelUser ChangeUser(string name, Func<PanelUser, PanelUser> change) =>
        Read(t => t.Users.Change(t.Users.First(u => u.Name == name).Id, change));

    /// <summary>Removes a client and its accounts and payers.</summary>
    public void RemoveAccount(long accountId) =>
        Read(t =>
        {
            t.Accounts.Remove(accountId);
            t.Subaccounts.RemoveAll(s => s.AccountId == accountId);
            t.Payers.RemoveAll(p => p.AccountId == accountId);
            return accountId;
        });

    /// <summary>Saves a filter for a user, as the web interface does: it stays in force for calls that bring no filter of their own.</summary>
    /// <param name="userName">Whose filter.</param>
    /// <param name="list">The list, such as <c>payment</c>.</param>
    /// <param name="values">Field and value, such as <c>status</c> and <c>1</c>.</param>
    public void SaveFilter(string userName, string list, IReadOnlyDictionary<string, string> values) =>
        Read(t => t.SavedFilters[PanelTables.FilterKey(userName, list)] = new Dictionary<string, string>(values, StringComparer.Ordinal));

    /// <summary>Everything as JSON, to be kept in a file or carried to another process.</summary>
    public string ToJson() => Read(PanelJson.Write);

    /// <summary>A panel as <see cref="ToJson"/> wrote it.</summary>
    /// <exception cref="FormatException">The text is not such JSON.</exception>
    public static BillManagerPanel FromJson(string json) => new(PanelJson.Read(json));

    /// <summary>How many payments there are, and how many of them are credited.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Payments.Count} payments, {Payments.Count(p => p.Status == 4)} credited");

    internal T Read<T>(Func<PanelTables, T> read)
    {
        lock (Gate)
            return read(Tables);
    }

    private List<T> Copy<T>(Func<PanelTables, IEnumerable<T>> table) => Read(t => table(t).ToList());
}
