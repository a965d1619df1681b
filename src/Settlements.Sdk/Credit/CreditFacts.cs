using System.Collections.Frozen;
using NodaTime;
using Settlements.Balances;

namespace Settlements.Credit;

/// <summary>Everything <see cref="CreditPolicy.Decide"/> needs to know; it asks nobody else.</summary>
/// <param name="Order">The order in question.</param>
/// <param name="Today">The business date of the decision.</param>
public sealed record CreditFacts(OrderToCheck Order, LocalDate Today)
{
    private readonly IReadOnlyDictionary<Currency, decimal> _rates = FrozenDictionary<Currency, decimal>.Empty;

    /// <summary>The customer's figures; null when they are not to be had.</summary>
    public BalanceReading? Reading { get; init; }

    /// <summary>
    /// What other orders of this counterparty have reserved of its credit. Neither this order's own earlier hold nor one whose document is already in the
    /// balance belongs here: <see cref="OrderCheck"/> sorts them out.
    /// </summary>
    public IReadOnlyList<Money> Holds { get; init; } = [];

    /// <summary>True when the host forbids selling to this counterparty; the source's own flag is in the balance.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>A person's word for this order, in force or not; null when there is none.</summary>
    public CreditOverride? Override { get; init; }

    /// <summary>Rates into the balance's currency: how many units of it one unit of the key is worth. Above zero. Without a rate there is no conversion.</summary>
    /// <exception cref="ArgumentException">A rate is zero or negative.</exception>
    public IReadOnlyDictionary<Currency, decimal> Rates
    {
        get => _rates;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            foreach (var (currency, rate) in value)
            {
                if (rate <= 0)
                    throw new ArgumentException(
                        $"The rate of {currency} is {Decimals.ToText(rate, 0)}; it must be above zero.",
                        nameof(Rates)
                    );
            }

            _rates = value;
        }
    }

    /// <summary>False once other orders have used up the override's sum: it then lets no limit be exceeded any more.</summary>
    internal bool OverrideCoversLimit { get; init; } = true;
}
