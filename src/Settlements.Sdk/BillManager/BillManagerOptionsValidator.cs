using System.Globalization;
using Microsoft.Extensions.Options;
using Settlements.Http;

namespace Settlements.BillManager;

/// <summary>Every fault of the options at once, each with the name, the problem and the fix.</summary>
internal sealed class BillManagerOptionsValidator : IValidateOptions<BillManagerOptions>
{
    public ValidateOptionsResult Validate(string? name, BillManagerOptions options)
    {
        var faults = options.ConfigurationFaults.Select(fault => $"{nameof(BillManagerOptions)}.{fault}").Concat(Faults(options)).ToList();
        ResilienceOptionsRules.Check(options.Resilience, $"{nameof(BillManagerOptions)}.{nameof(options.Resilience)}", faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(BillManagerOptions options)
    {
        if (PanelEndpoint.Problem(options.Endpoint) is { } problem)
            yield return $"BillManagerOptions.Endpoint {problem}";
        if (string.IsNullOrWhiteSpace(options.UserName))
            yield return "BillManagerOptions.UserName is not set: give the login of an employee of the panel.";
        if (string.IsNullOrEmpty(options.Password))
            yield return "BillManagerOptions.Password is not set: give the employee's password, from a secret store or the environment.";
        if (!Enum.IsDefined(options.Authentication))
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"BillManagerOptions.Authentication is {(int)options.Authentication}: use Session or EveryCall."
            );
        else if (options.Authentication == BillManagerAuthentication.EveryCall && options.UserName.Contains(':', StringComparison.Ordinal))
            yield return "BillManagerOptions.UserName holds a colon, which ends the name in authinfo: use Authentication = Session or another login.";
        if (options.MinimumLevel is < 1 or > 30)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"BillManagerOptions.MinimumLevel is {options.MinimumLevel}: use 1 to 30 (16 client, 29 administrator)."
            );
        if (options.RefusedLoginPause < TimeSpan.Zero || options.RefusedLoginPause > TimeSpan.FromHours(1))
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"BillManagerOptions.RefusedLoginPause is {options.RefusedLoginPause}: use 0 to 1 hour."
            );
        if (options.PageSize is < 10 or > 5000)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"BillManagerOptions.PageSize is {options.PageSize}: use 10 to 5000 rows."
            );
        if (options.ListCap is < 100 or > 1_000_000)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"BillManagerOptions.ListCap is {options.ListCap}: use 100 to 1000000 rows."
            );
        if (options.MaxResponseBytes is < 65_536 or > 268_435_456)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"BillManagerOptions.MaxResponseBytes is {options.MaxResponseBytes}: use 65536 to 268435456 bytes."
            );
    }
}
