namespace Settlements.AcceptanceTests;

/// <summary>Fails a fact in words that a stranger understands: which promise of the port was broken, what was expected, what was seen.</summary>
internal sealed class Promises(string port)
{
    public void Kept(bool isKept, string promise, object? seen = null)
    {
        if (!isKept)
            Break(promise, seen is null ? null : "Seen: " + Shown.Text(seen));
    }

    /// <summary>Compares to the last property: records and lists in depth, amounts as numbers, texts letter for letter.</summary>
    public void Equal<T>(T expected, T seen, string promise)
    {
        if (Difference.Between(expected, seen) is { } difference)
            Break(promise, difference);
    }

    public T Present<T>(T? seen, string promise)
        where T : class
    {
        if (seen is null)
            Break(promise, "Seen: null");
        return seen!;
    }

    public async Task<TException> ThrowsAsync<TException>(Func<Task> call, string promise)
        where TException : Exception
    {
        try
        {
            await call();
        }
        catch (TException exception)
        {
            return exception;
        }
#pragma warning disable CA1031 // Whatever else it throws is what was seen.
        catch (Exception other)
#pragma warning restore CA1031
        {
            Break(promise, $"Expected: {typeof(TException).Name}\nSeen: {other}");
        }

        Break(promise, $"Expected: {typeof(TException).Name}\nSeen: no exception");
        throw new InvalidOperationException();
    }

    private void Break(string promise, string? seen) =>
        Assert.Fail($"{port} broke a promise: {promise}." + (seen is null ? "" : "\n" + seen));
}
