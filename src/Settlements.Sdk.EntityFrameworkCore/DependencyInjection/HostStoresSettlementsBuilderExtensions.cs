using Microsoft.EntityFrameworkCore;
using Settlements.EntityFrameworkCore;
using Settlements.EntityFrameworkCore.Hosts;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds stores that survive the process, among the host's own tables.</summary>
public static class HostStoresSettlementsBuilderExtensions
{
    /// <summary>Keeps everything that the library keeps in the host's own context, whose model has the tables by <see cref="SettlementsModelBuilderExtensions.AddSettlements"/>.</summary>
    /// <remarks>
    /// <para>
    /// Takes the place of stores that are registered already. The context comes from the registered <see cref="IDbContextFactory{TContext}"/>, or from a scope of its
    /// own where the host has only <c>AddDbContext</c>. It lends its connection, and nothing it tracks is written. The host migrates the tables.
    /// </para>
    /// <para>
    /// Each call is a transaction of its own. To write in a transaction of the host's, see <see cref="SettlementsDbContextExtensions"/>.
    /// </para>
    /// </remarks>
    /// <typeparam name="TContext">The host's context, on SQLite or PostgreSQL.</typeparam>
    /// <param name="builder">The builder of <c>AddSettlements()</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static SettlementsBuilder AddStores<TContext>(this SettlementsBuilder builder)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddStoresOver(services => new HostDatabase<TContext>(services));
    }
}
