using System.Globalization;

namespace Settlements.Payments;

/// <summary>When the background services load accounts and export payments.</summary>
public sealed class PaymentScheduleOptions
{
    /// <summary>Whether they run by themselves; when not, they still run when asked to.</summary>
    /// <value>Default true: adding the services switches them on.</value>
    public bool IsEnabled { get; set; } = true;

    /// <summary>How often payments are exported.</summary>
    /// <value>1 minute to 1 day. Default 1 hour.</value>
    public TimeSpan ExportEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How often accounts are loaded.</summary>
    /// <value>1 minute to 30 days. Default 1 day.</value>
    public TimeSpan LoadAccountsEvery { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Whether both run once when the host starts.</summary>
    /// <value>Default true.</value>
    public bool RunAtStart { get; set; } = true;

    /// <summary>By how many percent each interval is shortened or lengthened at random, so that many hosts do not call one panel at one moment.</summary>
    /// <value>0 to 50. Default 10.</value>
    public int JitterPercent { get; set; } = 10;

    /// <summary>The seed of that randomness, for tests; null for another sequence in each process.</summary>
    /// <value>Default null.</value>
    public int? Seed { get; set; }

    internal IEnumerable<string> Problems()
    {
        if (ExportEvery < TimeSpan.FromMinutes(1) || ExportEvery > TimeSpan.FromDays(1))
            yield return Fault(nameof(ExportEvery), ExportEvery, "1 minute to 1 day");
        if (LoadAccountsEvery < TimeSpan.FromMinutes(1) || LoadAccountsEvery > TimeSpan.FromDays(30))
            yield return Fault(nameof(LoadAccountsEvery), LoadAccountsEvery, "1 minute to 30 days");
        if (JitterPercent is < 0 or > 50)
            yield return Fault(nameof(JitterPercent), JitterPercent, "0 to 50");
    }

    private static string Fault(string name, object value, string allowed) =>
        string.Create(CultureInfo.InvariantCulture, $"PaymentScheduleOptions.{name} is {value}: use {allowed}.");
}
