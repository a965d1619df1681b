using System.Globalization;
using NodaTime;

namespace Settlements.Credit;

/// <summary>Settings of <see cref="OrderCheck"/>.</summary>
public sealed class OrderCheckOptions
{
    /// <summary>How long a hold lives by default: 30 minutes.</summary>
    public static readonly Duration DefaultHoldLifetime = Duration.FromMinutes(30);

    /// <value>The company's rules. Default: <see cref="CreditPolicy.Default"/>.</value>
    public CreditPolicy Policy { get; set; } = CreditPolicy.Default;

    /// <value>
    /// How long a hold counts that is placed and never confirmed: the time a customer has between the check and the placed order. Above zero, at most one day.
    /// The default value is 30 minutes.
    /// </value>
    public Duration HoldLifetime { get; set; } = DefaultHoldLifetime;

    internal IEnumerable<string> Problems()
    {
        if (Policy is null)
            yield return "OrderCheckOptions.Policy is null; give a policy, such as CreditPolicy.Default.";
        if (HoldLifetime <= Duration.Zero || HoldLifetime > Duration.FromDays(1))
            yield return $"OrderCheckOptions.HoldLifetime is {HoldLifetime.TotalMinutes.ToString(CultureInfo.InvariantCulture)} minutes; it must be above zero and at most one day.";
    }
}
