using NodaTime;
using Settlements.Balances;

namespace Settlements.Tests.Credit;

/// <summary>A source that answers when the test lets it, and counts its calls.</summary>
internal sealed class ScriptedBalances(Func<CancellationToken, Task<CounterpartyBalance>> answer) : IBalanceSource
{
    private int _calls;
    private int _running;
    private int _mostAtOnce;

    public int Calls => _calls;

    public int MostAtOnce => _mostAtOnce;

    public static CounterpartyBalance Balance(
        decimal debt = 0m,
        decimal limit = 1_000m,
        IReadOnlyList<OpenDocument>? documents = null,
        Instant? asOf = null
    ) =>
        new(CreditCase.Customer, Currency.Rub, asOf ?? CreditCase.Now)
        {
            Debt = Money.Rub(debt),
            Advance = Money.Rub(0m),
            Overdue = Money.Rub(0m),
            Limit = new CreditLimit(Money.Rub(limit)),
            Documents = documents,
        };

    public async Task<CounterpartyBalance> GetBalanceAsync(CounterpartyId counterparty, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        var running = Interlocked.Increment(ref _running);
        InterlockedMax(ref _mostAtOnce, running);
        try
        {
            return await answer(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen) { }
    }
}
