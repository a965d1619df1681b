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

    /// <value>
    /// How long after it was read a stored balance may stand in for the source when that is silent, so that the policy decides from it:
    /// <see cref="CreditPolicy.MaxAge"/> and <see cref="CreditPolicy.OnBalanceStale"/> judge its age, and the decision says where it comes from. Null, the default,
    /// never uses one: then <see cref="CreditPolicy.OnBalanceUnavailable"/> decides. Above zero.
    /// </value>
    /// <remarks>
    /// Needs a <c>BalanceReader</c> over an <c>IBalanceStore</c>. Only a stored balance with a list of open documents is used: without one nobody can say which held
    /// orders are in the figures already. <see cref="ICreditHoldStore.ExpireAsync"/> must keep settled holds for longer than this.
    /// </remarks>
    public Duration? MaxSnapshotAge { get; set; }

    internal IEnumerable<string> Problems()
    {
        if (MaxSnapshotAge <= Duration.Zero)
            yield return $"OrderCheckOptions.MaxSnapshotAge is {MaxSnapshotAge.Value.TotalMinutes.ToString(CultureInfo.InvariantCulture)} minutes; it must be above zero, or null to decide from no snapshot.";
        if (Policy is null)
            yield return "OrderCheckOptions.Policy is null; give a policy, such as CreditPolicy.Default.";
        if (HoldLifetime <= Duration.Zero || HoldLifetime > Duration.FromDays(1))
            yield return $"OrderCheckOptions.HoldLifetime is {HoldLifetime.TotalMinutes.ToString(CultureInfo.InvariantCulture)} minutes; it must be above zero and at most one day.";
    }
}
