using Microsoft.Extensions.Configuration;
using Settlements.BillManager;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Takes <see cref="BillManagerOptions"/> out of configuration.</summary>
internal static class BillManagerConfiguration
{
    internal static void Bind(IConfiguration configuration, BillManagerOptions options)
    {
        var section = new SectionReader(configuration);
        section.Address(nameof(options.Endpoint), value => options.Endpoint = value);
        section.Text(nameof(options.UserName), value => options.UserName = value);
        section.Text(nameof(options.Password), value => options.Password = value);
        section.Choice<BillManagerAuthentication>(nameof(options.Authentication), value => options.Authentication = value);
        section.Count(nameof(options.MinimumLevel), value => options.MinimumLevel = value);
        section.Time(nameof(options.RefusedLoginPause), value => options.RefusedLoginPause = value);
        section.Count(nameof(options.PageSize), value => options.PageSize = value);
        section.Count(nameof(options.ListCap), value => options.ListCap = value);
        section.Count(nameof(options.MaxResponseBytes), value => options.MaxResponseBytes = value);
        section.Section(nameof(options.Resilience), inner => ResilienceConfiguration.Bind(inner, options.Resilience));
        options.ConfigurationFaults = section.Finish();
    }
}
