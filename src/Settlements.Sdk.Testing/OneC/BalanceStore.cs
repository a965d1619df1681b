using System.Text;

namespace Settlements.Testing.OneC;

/// <summary>What the emulated server knows of each counterparty.</summary>
internal sealed class BalanceStore(OneCEmulatorOptions options)
{
    private readonly Lock _sync = new();
    private readonly Dictionary<CounterpartyId, EmulatedBalance> _balances = [];
    private readonly Dictionary<CounterpartyId, OneCAnswer> _answers = [];

    /// <summary>Sets a balance, and forgets a body set before.</summary>
    public void Set(CounterpartyId counterparty, EmulatedBalance balance)
    {
        lock (_sync)
        {
            _answers.Remove(counterparty);
            _balances[counterparty] = balance;
        }
    }

    /// <summary>Sets a body in place of a balance.</summary>
    public void Set(CounterpartyId counterparty, OneCAnswer answer)
    {
        lock (_sync)
        {
            _balances.Remove(counterparty);
            _answers[counterparty] = answer;
        }
    }

    /// <summary>Changes a balance in one step; one that was never set begins empty.</summary>
    public void Update(CounterpartyId counterparty, Func<EmulatedBalance, EmulatedBalance> change)
    {
        lock (_sync)
        {
            _balances[counterparty] = change(_balances.GetValueOrDefault(counterparty) ?? new EmulatedBalance());
            _answers.Remove(counterparty);
        }
    }

    /// <summary>Forgets a counterparty.</summary>
    public void Remove(CounterpartyId counterparty)
    {
        lock (_sync)
        {
            _balances.Remove(counterparty);
            _answers.Remove(counterparty);
        }
    }

    /// <summary>The balance as set, or null.</summary>
    public EmulatedBalance? Find(CounterpartyId counterparty)
    {
        lock (_sync)
            return _balances.GetValueOrDefault(counterparty);
    }

    /// <summary>The answer for a counterparty; null when it was never set.</summary>
    public OneCAnswer? Answer(CounterpartyId counterparty)
    {
        lock (_sync)
        {
            if (_answers.TryGetValue(counterparty, out var answer))
                return answer;
        }
        return Find(counterparty) is { } balance ? Json(balance.ToValue(), counterparty) : null;
    }

    /// <summary>An answer of JSON as the platform writes it.</summary>
    public OneCAnswer Json(OneCValue value, CounterpartyId counterparty) => Json(value.ToJson(options.Layout, counterparty.ToString()));

    /// <summary>An answer of JSON that is written already.</summary>
    public OneCAnswer Json(string json)
    {
        var preamble = options.WritesByteOrderMark ? Encoding.UTF8.GetPreamble() : [];
        return new OneCAnswer
        {
            ContentType = "application/json; charset=utf-8",
            Body = (byte[])[.. preamble, .. Encoding.UTF8.GetBytes(json)],
        };
    }
}
