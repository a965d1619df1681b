namespace Settlements.Tests.Balances;

/// <summary>Gives a few bytes at a time, as a network may.</summary>
internal sealed class TrickleStream(byte[] bytes, int most) : MemoryStream(bytes, writable: false)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(most, buffer.Length)], cancellationToken);
}
