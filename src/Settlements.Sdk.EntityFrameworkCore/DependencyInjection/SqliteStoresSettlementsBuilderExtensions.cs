using Microsoft.Extensions.DependencyInjection.Extensions;
using Settlements.EntityFrameworkCore.Payments;
using Settlements.EntityFrameworkCore.Sqlite;
using Settlements.Payments;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds stores that survive the process.</summary>
public static class SqliteStoresSettlementsBuilderExtensions
{
    /// <summary>Keeps the payment export's queue, journal and register and the loaded accounts in a SQLite file.</summary>
    /// <remarks>
    /// <para>
    /// Takes the place of an <see cref="IPaymentExportStore"/> and an <see cref="IAccountDirectory"/> that are registered already. Leases run on the registered
    /// <see cref="TimeProvider"/>, on the system's clock when there is none.
    /// </para>
    /// <para>
    /// The file is made at first use, in WAL mode, with <c>-wal</c> and <c>-shm</c> beside it while it is in use; several processes of one machine may share it, but
    /// not over a network drive. Each change is on the disk when its call returns. A file of another program, or of a version of the library that this one does not
    /// know, is refused at first use with an <see cref="InvalidOperationException"/> and not touched.
    /// </para>
    /// <para>
    /// Amounts are kept as text and are exact, moments and dates as ISO 8601 text in UTC to the nanosecond.
    /// </para>
    /// </remarks>
    /// <param name="builder">The builder of <c>AddSettlements()</c>.</param>
    /// <param name="path">The file; a relative one counts from the folder the program runs in. Its folder must be there.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank, or names no file: <c>:memory:</c>, <c>file:</c>.</exception>
    public static SettlementsBuilder AddSqliteStores(this SettlementsBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (path.StartsWith(':') || path.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"The stores survive the process in a file, and '{path}' is none: give a path.", nameof(path));

        var (services, file) = (builder.Services, Path.GetFullPath(path));
        services.TryAddSingleton(TimeProvider.System);
        services.Replace(ServiceDescriptor.Singleton(_ => new SqliteDatabase(file)));
        services.Replace(ServiceDescriptor.Singleton<IPaymentExportStore, StoredPaymentExport>());
        services.Replace(ServiceDescriptor.Singleton<IAccountDirectory, StoredAccountDirectory>());
        return builder;
    }
}
