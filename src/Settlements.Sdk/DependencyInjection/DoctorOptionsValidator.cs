using Microsoft.Extensions.Options;
using Settlements.Diagnosis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Every fault of the options at once, each with the name, the problem and the fix.</summary>
internal sealed class DoctorOptionsValidator : IValidateOptions<DoctorOptions>
{
    public ValidateOptionsResult Validate(string? name, DoctorOptions options)
    {
        var faults = new List<string>();
        void Check(string option, TimeSpan value, TimeSpan from, TimeSpan to)
        {
            if (value < from || value > to)
                faults.Add($"{nameof(DoctorOptions)}.{option} is {value}: use {from} to {to}.");
        }

        Check(nameof(options.CheckTimeout), options.CheckTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(10));
        Check(nameof(options.TotalTimeout), options.TotalTimeout, options.CheckTimeout, TimeSpan.FromHours(1));
        Check(nameof(options.CertificateWarning), options.CertificateWarning, TimeSpan.Zero, TimeSpan.FromDays(366));
        Check(nameof(options.ClockTolerance), options.ClockTolerance, TimeSpan.FromSeconds(5), TimeSpan.FromDays(1));
        Check(nameof(options.StaleAfter), options.StaleAfter, TimeSpan.FromMinutes(1), TimeSpan.FromDays(366));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
