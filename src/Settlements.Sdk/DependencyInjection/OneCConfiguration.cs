using Microsoft.Extensions.Configuration;
using Settlements;
using Settlements.OneC;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Takes <see cref="OneCOptions"/> out of configuration.</summary>
internal static class OneCConfiguration
{
    internal static void Bind(IConfiguration configuration, OneCOptions options)
    {
        var section = new SectionReader(configuration);
        section.Address(nameof(options.BaseUrl), value => options.BaseUrl = value);
        section.Flag(nameof(options.AllowHttp), value => options.AllowHttp = value);
        section.Text(nameof(options.BalancePath), value => options.BalancePath = value);
        section.Text(nameof(options.CounterpartyParameter), value => options.CounterpartyParameter = value);
        BindAuthentication(section, options);
        section.Flag(nameof(options.ReuseSessions), value => options.ReuseSessions = value);
        section.Count(nameof(options.MaxSessions), value => options.MaxSessions = value);
        section.Count(nameof(options.MaxResponseBytes), value => options.MaxResponseBytes = value);
        section.Count(nameof(options.MaxDepth), value => options.MaxDepth = value);
        section.Parsed<Currency>(
            nameof(options.DefaultCurrency),
            "a code of ISO 4217 such as RUB",
            Currency.TryParse,
            value => options.DefaultCurrency = value
        );
        section.Text(nameof(options.TimeZone), value => options.TimeZone = value);
        section.Choice<OneCAmountSign>(nameof(options.AmountSign), value => options.AmountSign = value);
        section.Choice<OneCAmountUnit>(nameof(options.AmountUnit), value => options.AmountUnit = value);
        section.Section(nameof(options.Resilience), inner => ResilienceConfiguration.Bind(inner, options.Resilience));
        section.Section(nameof(options.Fields), inner => BindFields(inner, options.Fields));
        section.Section(nameof(options.Directory), inner => BindDirectory(inner, options.Directory));
        options.ConfigurationFaults = section.Finish();
    }

    private static void BindAuthentication(SectionReader section, OneCOptions options)
    {
        section.Text(nameof(options.Key), value => options.Key = value);
        section.Choice<OneCKeyPlacement>(nameof(options.KeyPlacement), value => options.KeyPlacement = value);
        section.Text(nameof(options.KeyParameter), value => options.KeyParameter = value);
        section.Text(nameof(options.KeyHeader), value => options.KeyHeader = value);
        section.Text(nameof(options.User), value => options.User = value);
        section.Text(nameof(options.Password), value => options.Password = value);
        section.Flag(nameof(options.AllowEmptyPassword), value => options.AllowEmptyPassword = value);
        section.Text(nameof(options.BearerToken), value => options.BearerToken = value);
        section.Text(nameof(options.AuthenticationHeader), value => options.AuthenticationHeader = value);
        section.Text(nameof(options.AuthenticationHeaderValue), value => options.AuthenticationHeaderValue = value);
        section.Time(nameof(options.AuthenticationPause), value => options.AuthenticationPause = value);
    }

    private static void BindDirectory(SectionReader section, OneCDirectoryOptions directory)
    {
        section.Text(nameof(directory.Path), value => directory.Path = value);
        section.Text(nameof(directory.TaxIdParameter), value => directory.TaxIdParameter = value);
        section.Choice<TaxIdCountry>(nameof(directory.Country), value => directory.Country = value);
        section.Section(nameof(directory.Fields), inner => BindFields(inner, directory.Fields));
    }

    private static void BindFields(SectionReader section, OneCDirectoryFieldOptions fields)
    {
        section.List(nameof(fields.List), keys => fields.List = keys);
        section.List(nameof(fields.Counterparty), keys => fields.Counterparty = keys);
        section.List(nameof(fields.Name), keys => fields.Name = keys);
        section.List(nameof(fields.TaxId), keys => fields.TaxId = keys);
        section.List(nameof(fields.Kpp), keys => fields.Kpp = keys);
        section.List(nameof(fields.Deleted), keys => fields.Deleted = keys);
        section.List(nameof(fields.Created), keys => fields.Created = keys);
    }

    private static void BindFields(SectionReader section, OneCFieldOptions fields)
    {
        section.List(nameof(fields.Counterparty), keys => fields.Counterparty = keys);
        section.List(nameof(fields.Currency), keys => fields.Currency = keys);
        section.List(nameof(fields.Debt), keys => fields.Debt = keys);
        section.List(nameof(fields.Advance), keys => fields.Advance = keys);
        section.List(nameof(fields.Overdue), keys => fields.Overdue = keys);
        section.List(nameof(fields.Limit), keys => fields.Limit = keys);
        section.List(nameof(fields.LimitEnforced), keys => fields.LimitEnforced = keys);
        section.List(nameof(fields.Blocked), keys => fields.Blocked = keys);
        section.List(nameof(fields.LastPaymentDate), keys => fields.LastPaymentDate = keys);
        section.List(nameof(fields.LastPaymentAmount), keys => fields.LastPaymentAmount = keys);
        section.List(nameof(fields.UpdatedAt), keys => fields.UpdatedAt = keys);
        section.List(nameof(fields.TermsType), keys => fields.TermsType = keys);
        section.List(nameof(fields.TermsDays), keys => fields.TermsDays = keys);
        section.List(nameof(fields.TermsPrepayPercent), keys => fields.TermsPrepayPercent = keys);
        section.List(nameof(fields.Contract), keys => fields.Contract = keys);
        section.List(nameof(fields.Documents), keys => fields.Documents = keys);
        section.List(nameof(fields.DocumentId), keys => fields.DocumentId = keys);
        section.List(nameof(fields.DocumentNumber), keys => fields.DocumentNumber = keys);
        section.List(nameof(fields.DocumentDate), keys => fields.DocumentDate = keys);
        section.List(nameof(fields.DocumentDueDate), keys => fields.DocumentDueDate = keys);
        section.List(nameof(fields.DocumentAmount), keys => fields.DocumentAmount = keys);
        section.List(nameof(fields.DocumentOutstanding), keys => fields.DocumentOutstanding = keys);
        section.List(nameof(fields.DocumentOrderId), keys => fields.DocumentOrderId = keys);
        section.List(nameof(fields.Payments), keys => fields.Payments = keys);
        section.List(nameof(fields.PaymentId), keys => fields.PaymentId = keys);
        section.List(nameof(fields.PaymentNumber), keys => fields.PaymentNumber = keys);
        section.List(nameof(fields.PaymentDate), keys => fields.PaymentDate = keys);
        section.List(nameof(fields.PaymentAmount), keys => fields.PaymentAmount = keys);
    }
}
