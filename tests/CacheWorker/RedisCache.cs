using Microsoft.Extensions.Caching.Distributed;
using StackExchange.Redis;

namespace Settlements.CacheWorker;

/// <summary>As much of a distributed cache over Redis as readings need. A host takes a finished one.</summary>
internal sealed class RedisCache(ConnectionMultiplexer redis) : IDistributedCache
{
    public static async Task<RedisCache> ConnectAsync(int port) =>
        new(
            await ConnectionMultiplexer.ConnectAsync(
                new ConfigurationOptions
                {
                    EndPoints = { { "127.0.0.1", port } },
                    AbortOnConnectFail = false,
                    ConnectTimeout = 1_000,
                    SyncTimeout = 1_000,
                }
            )
        );

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default) => await redis.GetDatabase().StringGetAsync(key);

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
        redis.GetDatabase().StringSetAsync(key, value, options.AbsoluteExpirationRelativeToNow);

    public byte[] Get(string key) => throw new NotSupportedException();

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

    public void Refresh(string key) => throw new NotSupportedException();

    public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

    public void Remove(string key) => throw new NotSupportedException();

    public Task RemoveAsync(string key, CancellationToken token = default) => throw new NotSupportedException();
}
