namespace Settlements.IntegrationTests.Servers;

/// <summary>The tests need Redis.</summary>
public sealed class NeedsRedisAttribute : NeedsAttribute
{
    protected override string? Missing => RedisServer.Missing;
}
