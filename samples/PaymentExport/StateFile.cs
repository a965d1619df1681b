using Microsoft.Extensions.DependencyInjection;
using Settlements.EntityFrameworkCore;
using Settlements.Payments;

namespace PaymentExport;

/// <summary>The SQLite file that keeps queue, journal, codes and accounts, held by one process at a time.</summary>
internal sealed class StateFile : IAsyncDisposable
{
    private readonly FileStream? _lock;
    private readonly ServiceProvider? _stores;

    private StateFile(FileStream @lock, string path, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time).AddSettlements().AddSqliteStores(path);
        (_lock, _stores) = (@lock, services.BuildServiceProvider());
        (Store, Accounts) = (_stores.GetRequiredService<IPaymentExportStore>(), _stores.GetRequiredService<IAccountDirectory>());
    }

    private StateFile(TimeProvider time) => (Store, Accounts) = (new InMemoryPaymentExportStore(time), new InMemoryAccountDirectory());

    public IPaymentExportStore Store { get; }

    public IAccountDirectory Accounts { get; }

    /// <exception cref="UsageException">The file cannot be opened, or another process holds it.</exception>
    public static async Task<StateFile> OpenAsync(string path, bool isDryRun, TimeProvider time, CancellationToken cancellationToken)
    {
        if (isDryRun && !File.Exists(path))
            return new StateFile(time);

        var held = Hold(path);
        var file = new StateFile(held, path, time);
        try
        {
            // The first use makes the file, or refuses one that is not ours.
            _ = await file.Accounts.GetLoadedAtAsync(cancellationToken);
            // Nobody else has the file, so leases in it belong to a process that has died.
            if (!isDryRun)
                await file.Store.EndLeasesAsync(cancellationToken);
            return file;
        }
        catch (Exception e) when (e is InvalidOperationException or StoreException)
        {
            await file.DisposeAsync();
            throw new UsageException($"--state {path} cannot be used: {e.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_stores is not null)
            await _stores.DisposeAsync();
        if (_lock is not null)
            await _lock.DisposeAsync();
    }

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
