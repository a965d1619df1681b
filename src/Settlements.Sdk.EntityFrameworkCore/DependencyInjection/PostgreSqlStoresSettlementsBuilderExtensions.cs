using Npgsql;
using Settlements.EntityFrameworkCore;
using Settlements.EntityFrameworkCore.PostgreSql;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds stores that survive the process and are shared by several machines.</summary>
public static class PostgreSqlStoresSettlementsBuilderExtensions
{
    /// <summary>Keeps everything that the library keeps in a PostgreSQL database: balances, payment export, accounts, credit holds, payment terms, links, decisions, reminders, the overdue register and credit flags.</summary>
    /// <remarks>
    /// <para>
    /// Takes the place of stores that are registered already. Leases and holds end by the registered <see cref="TimeProvider"/>, by the system's clock when there is
    /// none: the clocks of machines that share a database should agree to the second. <see cref="SettlementsDatabase"/> is registered too.
    /// </para>
    /// <para>
    /// The tables, all named <c>Settlements...</c>, are made or brought up to date at first use in the first schema of the connection's search path. A database of a
    /// later version of the library is refused with an <see cref="InvalidOperationException"/>. PostgreSQL 13 or later.
    /// </para>
    /// <para>Amounts are <c>numeric</c> and exact, dates are <c>date</c>, moments are ISO 8601 text in UTC to the nanosecond.</para>
    /// </remarks>
    /// <param name="builder">The builder of <c>AddSettlements()</c>.</param>
    /// <param name="connectionString">As Npgsql reads it; it is checked here and opened at first use.</param>
    /// <param name="configure">Changes the options.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="connectionString"/> is blank, or no connection string.</exception>
    public static SettlementsBuilder AddPostgreSqlStores(
        this SettlementsBuilder builder,
        string connectionString,
        Action<PostgreSqlStoresOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        _ = new NpgsqlConnectionStringBuilder(connectionString);
        var migrates = OptionsOf(configure).MigrateAtFirstUse;
        return builder.AddStoresOver(_ => new PostgreSqlDatabase(NpgsqlDataSource.Create(connectionString), ownsSource: true, migrates));
    }

    /// <summary>Keeps everything that the library keeps in a PostgreSQL database, over a data source of the host's own, which the host disposes.</summary>
    /// <remarks>Otherwise as with a connection string.</remarks>
    /// <param name="builder">The builder of <c>AddSettlements()</c>.</param>
    /// <param name="dataSource">Makes the connections.</param>
    /// <param name="configure">Changes the options.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="dataSource"/> is null.</exception>
    public static SettlementsBuilder AddPostgreSqlStores(
        this SettlementsBuilder builder,
        NpgsqlDataSource dataSource,
        Action<PostgreSqlStoresOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(dataSource);
        var migrates = OptionsOf(configure).MigrateAtFirstUse;
        return builder.AddStoresOver(_ => new PostgreSqlDatabase(dataSource, ownsSource: false, migrates));
    }

    private static PostgreSqlStoresOptions OptionsOf(Action<PostgreSqlStoresOptions>? configure)
    {
        var options = new PostgreSqlStoresOptions();
        configure?.Invoke(options);
        return options;
    }
}
