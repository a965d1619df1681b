namespace Settlements.Benchmarks.BalanceImport;

/// <summary>The most managed memory in use, garbage not yet collected included, looked at every 20 ms.</summary>
internal sealed class HeapPeak : IDisposable
{
    private readonly Timer _timer;
    private long _bytes;

    public HeapPeak()
    {
        GC.Collect();
        _timer = new Timer(_ => Look(), null, 0, 20);
    }

    public double Mebibytes => Interlocked.Read(ref _bytes) / 1024.0 / 1024.0;

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var now = GC.GetTotalMemory(forceFullCollection: false);
        if (now > Interlocked.Read(ref _bytes))
            Interlocked.Exchange(ref _bytes, now);
    }
}
