using System.Threading.Channels;
using Settlements.Balances;

namespace Settlements.Tests.Balances;

/// <summary>A source whose calls wait, each for its own answer, until the test gives it.</summary>
internal sealed class GatedSource : IBalanceSource
{
    private readonly Channel<TaskCompletionSource<CounterpartyBalance>> _calls = Channel.CreateUnbounded<
        TaskCompletionSource<CounterpartyBalance>
    >();
    private int _count;

    /// <summary>Answers every call at once in place of waiting, when set.</summary>
    public Func<CounterpartyId, CounterpartyBalance>? Answer { get; set; }

    /// <summary>Answers every call in its own time, when set.</summary>
    public Func<CounterpartyId, Task<CounterpartyBalance>>? AnswerAsync { get; set; }

    public int Calls => _count;

    /// <summary>The next call that has begun, in their order.</summary>
    public Task<TaskCompletionSource<CounterpartyBalance>> NextCallAsync() => _calls.Reader.ReadAsync().AsTask();

    public async Task<CounterpartyBalance> GetBalanceAsync(CounterpartyId counterparty, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        if (AnswerAsync is { } answerAsync)
            return await answerAsync(counterparty);
        if (Answer is { } answer)
        {
            await Task.Yield();
            return answer(counterparty);
        }

        var call = new TaskCompletionSource<CounterpartyBalance>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _calls.Writer.WriteAsync(call, cancellationToken);
        return await call.Task.WaitAsync(cancellationToken);
    }
}
