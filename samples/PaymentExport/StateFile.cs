using Settlements.Payments;

namespace PaymentExport;

/// <summary>The file that keeps queue, journal and codes, held by one process at a time.</summary>
internal sealed class StateFile : IAsyncDisposable
{
    private readonly FileStream? _lock;

    private StateFile(FileStream? @lock, IPaymentExportStore store, IAccountDirectory accounts) =>
        (_lock, Store, Accounts) = (@lock, store, accounts);

    public IPaymentExportStore Store { get; }

    public IAccountDirectory Accounts { get; }

    /// <exception cref="UsageException">The file cannot be opened, or another process holds it.</exception>
    public static async Task<StateFile> OpenAsync(string path, bool isDryRun, TimeProvider time, CancellationToken cancellationToken)
    {
        if (isDryRun && !File.Exists(path))
            return new StateFile(null, new InMemoryPaymentExportStore(time), new InMemoryAccountDirectory());

        var held = Hold(path);
        var file = new StateFile(held, new InMemoryPaymentExportStore(time), new InMemoryAccountDirectory());
        // Nobody else has the file, so leases in it belong to a process that has died.
        if (!isDryRun)
            await file.Store.EndLeasesAsync(cancellationToken);
        return file;
    }

    public ValueTask DisposeAsync() => _lock?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static FileStream Hold(string path)
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--state {path} cannot be used: {e.Message} Does another PaymentExport work on it?");
        }
    }
}
