using Microsoft.EntityFrameworkCore;
using Settlements.EntityFrameworkCore.Balances;
using Settlements.EntityFrameworkCore.Credit;
using Settlements.EntityFrameworkCore.Linking;
using Settlements.EntityFrameworkCore.Payments;
using Settlements.EntityFrameworkCore.Reminders;
using Settlements.EntityFrameworkCore.Terms;
using Settlements.EntityFrameworkCore.Turns;

namespace Settlements.EntityFrameworkCore;

/// <summary>Puts the stores' tables into a host's own context.</summary>
public static class SettlementsModelBuilderExtensions
{
    /// <summary>Adds every table of the stores, with its columns and indexes, to a context on SQLite or PostgreSQL.</summary>
    /// <remarks>
    /// <para>
    /// For <c>OnModelCreating</c>. The tables then come with the host's own migrations; after an update of the library add a migration, which is empty when the
    /// tables have not changed. <c>AddStores</c> makes the stores work on them.
    /// </para>
    /// <para>Names of tables, columns, keys and indexes are fixed: conventions of the host for names do not touch them. The row types are not public.</para>
    /// </remarks>
    /// <param name="modelBuilder">The model of the host's context.</param>
    /// <param name="schema">The schema of the tables; null for the context's default one. SQLite knows none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="modelBuilder"/> is null.</exception>
    public static ModelBuilder AddSettlements(this ModelBuilder modelBuilder, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        return modelBuilder
            .AddBalances()
            .AddPayments()
            .AddCredit()
            .AddTerms()
            .AddLinking()
            .AddReminders()
            .AddTurns()
            .NameEverything(schema);
    }
}
