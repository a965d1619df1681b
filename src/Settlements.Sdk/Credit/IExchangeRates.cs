using NodaTime;

namespace Settlements.Credit;

/// <summary>Exchange rates that the host has, such as those of the central bank or of a contract.</summary>
public interface IExchangeRates
{
    /// <summary>How many units of <paramref name="to"/> one unit of <paramref name="from"/> is worth on a day.</summary>
    /// <returns>A rate above zero, or null when the host has none; then the order is judged as <see cref="CreditFindingCode.CurrencyMismatch"/>.</returns>
    Task<decimal?> GetRateAsync(Currency from, Currency to, LocalDate date, CancellationToken cancellationToken);
}
