using Microsoft.Extensions.Caching.Distributed;

namespace Settlements.Tests.Balances;

/// <summary>A distributed cache on the test's clock that can be made to fail, to hang, and to wait before each step.</summary>
internal sealed class ManualCache(TimeProvider time) : IDistributedCache
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (byte[] Value, DateTimeOffset Until)> _entries = new(StringComparer.Ordinal);

    /// <summary>Awaited before each step: "get KEY" or "set KEY". Throws what the cache is to throw.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Awaited after each step, before its answer: "get KEY" or "set KEY".</summary>
    public Func<string, Task> After { get; set; } = _ => Task.CompletedTask;

    public int Gets { get; private set; }

    public int Sets { get; private set; }

    public IReadOnlyDictionary<string, byte[]> Entries
    {
        get
        {
            lock (_lock)
                return _entries
                    .Where(entry => entry.Value.Until > time.GetUtcNow())
                    .ToDictionary(entry => entry.Key, entry => entry.Value.Value, StringComparer.Ordinal);
        }
    }

    public DateTimeOffset Until(string key)
    {
        lock (_lock)
            return _entries[key].Until;
    }

    public void Plant(string key, byte[] value)
    {
        lock (_lock)
            _entries[key] = (value, DateTimeOffset.MaxValue);
    }

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        lock (_lock)
            Gets++;
        await Before("get " + key);
        var value = Entries.GetValueOrDefault(key);
        await After("get " + key);
        return value;
    }

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        await Before("set " + key);
        lock (_lock)
        {
            Sets++;
            _entries[key] = (value, time.GetUtcNow() + options.AbsoluteExpirationRelativeToNow!.Value);
        }

        await After("set " + key);
    }

    public byte[] Get(string key) => throw new NotSupportedException();

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

    public void Refresh(string key) => throw new NotSupportedException();

    public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

    public void Remove(string key) => throw new NotSupportedException();

    public Task RemoveAsync(string key, CancellationToken token = default) => throw new NotSupportedException();
}
